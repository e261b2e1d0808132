// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace companion::platform {

//! Whether this session has a key store, running or started on demand; asks nothing of it, so that
//! no locked one wants its password. On Linux a round trip to the session bus.
bool hasKeyStore();

} // namespace companion::platform
