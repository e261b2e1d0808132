// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace companion::platform {

//! \brief Show \p url in the system's browser; false when nothing could be started.
//!
//! Checks nothing: which addresses may be opened is decided before (CrmLink::isOwnUrl).
bool openInBrowser(const QUrl& url);

} // namespace companion::platform
