// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QString>

namespace companion::platform {

//! \brief Makes this program, with \p profile, the one that opens `tel:`, `callto:` and `sip:`
//! links, for this user.
//!
//! On Linux a desktop entry and the default of its MIME types; on Windows the user's registered
//! applications (Windows itself asks the person for the default); on macOS the bundle says it.
Result<Done> registerDialLinks(const QString& profile);

//! Start this profile with the session, or don't any more; other profiles' entries are left alone.
Result<Done> setAutostart(bool enabled, const QString& profile);

} // namespace companion::platform
