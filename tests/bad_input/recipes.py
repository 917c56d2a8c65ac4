# SPDX-License-Identifier: Apache-2.0
"""Scenarios too big or too odd to keep as files, made from a few lines (NAME.recipe):

    text "..."            these characters, escaped as in JSON
    repeat N "..."        the same N times
    bytes HEX             these bytes
    numbered N "..."      N times, with 1 to N in place of %d
    sparse N              N bytes of nothing, which take no room
    mode OCTAL            the permissions of the file at hand
    file NAME             what follows goes into another file beside it
    hardlink NAME         a second name of the scenario
    symlink NAME TARGET   a link
    fifo NAME             a named pipe
    chain N               N files, each of which extends the next: the scenario, part1.toml, ...
"""
import json
import os


def _chain(folder, name, count):
    names = [name] + [f"part{i}.toml" for i in range(1, count)]
    for this, following in zip(names, names[1:]):
        (folder / this).write_text(f'schema = 1\nextends = "{following}"\n')
    (folder / names[-1]).write_text("schema = 1\n")


def make(recipe, folder, name):
    """Makes the scenario `name` in `folder`, and what the recipe puts beside it."""
    at = folder / name
    for line in recipe.read_text(encoding="utf-8").splitlines():
        word, *rest = line.split(" ", 1)
        given = rest[0] if rest else ""
        if word == "file":
            at = folder / given
        elif word == "mode":
            at.chmod(int(given, 8))
        elif word == "hardlink":
            os.link(folder / name, folder / given)
        elif word == "symlink":
            link, target = given.split()
            os.symlink(target, folder / link)
        elif word == "fifo":
            os.mkfifo(folder / given)
        elif word == "bytes":
            with at.open("ab") as file:
                file.write(bytes.fromhex(given))
        elif word == "sparse":
            at.touch()
            os.truncate(at, int(given))
        elif word == "chain":
            _chain(folder, name, int(given))
        else:
            with at.open("a", encoding="utf-8", newline="") as file:
                file.write(_characters(word, given))


def _characters(word, given):
    if word == "text":
        return json.loads(given)
    count, text = given.split(" ", 1)
    text = json.loads(text)
    if word == "repeat":
        return int(count) * text
    assert word == "numbered", word
    return "".join(text % i for i in range(1, int(count) + 1))
