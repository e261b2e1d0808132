// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QString>

namespace companion::text {

//! \brief Why a recording cannot be played and what to do; empty when its code says nothing more
//! than its kind does.
QString recordingSentence(const Error& error);

//! Whether asking again may bring it.
bool recordingMayComeYet(const Error& error);

} // namespace companion::text
