// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/commandoutcome.h"

namespace companion {

class LiveSettings;

//! \brief Carries out `settings …`, which needs no running instance.
//!
//! An import is taken whole or not at all.
CommandOutcome executeSettings(const CommandLine& line, LiveSettings& settings);

} // namespace companion
