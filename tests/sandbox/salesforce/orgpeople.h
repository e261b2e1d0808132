// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/salesforce/orgstate.h"

namespace companion::sandbox {

//! \brief Fills an empty store with Acme Telecom: its users, its choices for tasks and about sixty
//! people whose numbers are written as people write them.
void fillWithPeople(OrgState& state);

} // namespace companion::sandbox
