// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace companion::platform {

//! \brief Whether the program that connected to us on loopback may be this user's.
//!
//! On a computer that several people use at a time, all of them reach our ports. False when the
//! system says that the other end is another user's; true when it doesn't say (only Linux does).
bool mayBeOwnConnection(quint16 theirPort, quint16 ourPort);

} // namespace companion::platform
