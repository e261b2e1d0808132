// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/commandoutcome.h"

namespace companion {

struct CallStore;
struct Settings;

inline constexpr int historyPart = 100; //!< calls that are read in one go

//! \brief Carries out `history …`, of more than historyPart calls in parts: a card that is due
//! meanwhile is not kept waiting by years of calls. The outcome's `rest` says where to go on.
CommandOutcome printHistory(const CommandLine& line, const CallStore& store,
                            const Settings& settings);

} // namespace companion
