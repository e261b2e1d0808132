// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/gallery/gallery.h"

namespace companion::gallery {

QList<Room>& rooms()
{
    static QList<Room> all;
    return all;
}

} // namespace companion::gallery
