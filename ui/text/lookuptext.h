// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/crmmatch.h"

#include <QString>

namespace companion::text {

//! What was asked for a number and what it cost, and whom it found: a line each.
QString lookupLines(const LookupAnswer& answer);

} // namespace companion::text
