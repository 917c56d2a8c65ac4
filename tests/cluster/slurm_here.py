# SPDX-License-Identifier: Apache-2.0
"""A Slurm of one node on this machine: munged, slurmctld and slurmd started by hand in a folder of their own, on
loopback addresses alone, with no service manager. Ends with its `with`."""
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import time

DAEMONS = ("munged", "slurmctld", "slurmd")
COMMANDS = ("sbatch", "squeue", "scancel", "scontrol", "sinfo")
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

CONFIGURATION = """ClusterName=here
SlurmctldHost={node}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
SlurmctldPort={controller}
SlurmdPort={daemon}
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=1,batch_sched_delay=0
MpiDefault=none
ReturnToService=2
KillWait=2
MinJobAge=600
JobRequeue=1
{more}
NodeName={node} NodeAddr=127.0.0.1 CPUs={cpus} RealMemory=1000 State=UNKNOWN
PartitionName=here Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def what_is_missing():
    """Why no Slurm can be started here; None where it can."""
    missing = [name for name in (*DAEMONS, *COMMANDS) if shutil.which(name, path=PATH) is None]
    return f"needs Slurm and munge (not found: {', '.join(missing)}): Debian's slurmctld, slurmd, slurm-client, munge" if missing else None


def free_ports(count):
    held = [socket.socket() for _ in range(count)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


class Slurm:
    def __init__(self, folder, cpus=2, more="RequeueExit=75"):
        self.folder = pathlib.Path(folder)
        self.cpus, self.more = cpus, more
        self.env = {"PATH": PATH, "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "SLURM_CONF": str(self.folder / "slurm.conf")}
        self.node = socket.gethostname().split(".")[0]

    def __enter__(self):
        for name in ("state", "spool"):
            (self.folder / name).mkdir(parents=True)
        self.folder.chmod(0o755)
        controller, daemon = free_ports(2)
        (self.folder / "slurm.conf").write_text(CONFIGURATION.format(
            node=self.node, user=pwd.getpwuid(os.geteuid()).pw_name, folder=self.folder, controller=controller,
            daemon=daemon, cpus=self.cpus, more=self.more))
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        self("munged", "--force", f"--socket={self.folder}/munge.socket", f"--key-file={key}", f"--pid-file={self.folder}/munged.pid",
             f"--log-file={self.folder}/munged.log", f"--seed-file={self.folder}/munged.seed")
        self("slurmctld", "-c")
        self("slurmd")
        self.wait(lambda: "idle" in self("sinfo", "-h", "-o", "%T", code=None).stdout)
        return self

    def __exit__(self, *_):
        self("scancel", "--user", pwd.getpwuid(os.geteuid()).pw_name, code=None)
        self.wait(lambda: not self.queue())
        for name in ("slurmd", "slurmctld", "munged"):
            pid = self.folder / f"{name}.pid"
            if pid.exists():
                number = int(pid.read_text())
                os.kill(number, signal.SIGTERM)
                self.wait(lambda: not pathlib.Path(f"/proc/{number}").exists())

    def __call__(self, *words, code=0, **options):
        done = subprocess.run([*map(str, words)], env=self.env, text=True, capture_output=True, **options)
        assert code is None or done.returncode == code, f"{words}: {done.returncode}: {done.stdout}{done.stderr}{self.logs()}"
        return done

    def logs(self):
        return "".join(f"\n== {log.name}\n{log.read_text()[-2000:]}" for log in sorted(self.folder.glob("*.log")))

    @staticmethod
    def wait(what):
        """Until it holds, however long that takes on this machine; CTest ends what never holds."""
        while not what():
            time.sleep(0.05)

    def queue(self):
        """(job and task, state, reason) of all that is queued."""
        lines = self("squeue", "--noheader", "--array", "--format=%i|%T|%r").stdout.splitlines()
        return [tuple(line.split("|")) for line in lines]

    def release(self):
        """What was requeued begins at once: Slurm makes it wait for two minutes."""
        for job, state, reason in self.queue():
            if state == "PENDING" and reason == "BeginTime":
                self("scontrol", "update", f"JobId={job}", "StartTime=now", code=None)
            if "JobHeld" in reason or "requeued" in reason:
                self("scontrol", "release", job, code=None)

    def wait_for_all(self):
        def nothing_left():
            self.release()
            return not self.queue()
        self.wait(nothing_left)

    def state(self, job):
        """Of a job or task, also after its end."""
        shown = self("scontrol", "show", "job", job, code=None).stdout
        return dict(word.split("=", 1) for word in shown.split() if "=" in word)
