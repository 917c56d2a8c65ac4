// SPDX-License-Identifier: Apache-2.0
#include "policies/account_group.hpp"

namespace coopsim {

std::span<const Account> accounts_named(std::string_view name) {
  for (const AccountGroup& group : account_groups)
    if (group.id == name) return group.members;
  for (const Account& account : detail::unit_programmes)
    if (id_of(account) == name) return {&account, 1};
  return {};
}

}  // namespace coopsim
