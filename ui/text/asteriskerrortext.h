// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QString>

namespace companion::text {

//! \brief What an Asterisk refused and where its administrator sets that; empty when the error says
//! nothing that other PBXs would not.
QString asteriskSentence(const Error& error);

} // namespace companion::text
