// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>

namespace companion::gallery {

//! One window in one state, to be drawn into a picture named for it.
struct Exhibit
{
    QString name; //!< "card-one-match"
    std::function<std::unique_ptr<QWidget>()> make;
};

using Room = QList<Exhibit> (*)();

//! The rooms of the gallery; each file of exhibits adds its own with AddRoom.
QList<Room>& rooms();

struct AddRoom
{
    explicit AddRoom(Room room) { rooms().append(room); }
};

} // namespace companion::gallery
