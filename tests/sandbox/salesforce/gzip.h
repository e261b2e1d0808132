// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace companion::sandbox {

[[nodiscard]] QByteArray gzipped(const QByteArray& plain);

} // namespace companion::sandbox
