// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/linkstate.h"

#include <QHashFunctions>
#include <QIcon>

namespace companion {

//! What the user's own phone is doing.
enum class PhoneActivity { Idle, Ringing, Talking };

//! \brief All that the tray icon shows: the tile tells the PBX and the phone, the badge Salesforce.
struct TrayLook
{
    LinkState pbx = LinkState::SignedOut;
    LinkState crm = LinkState::SignedOut;
    PhoneActivity activity = PhoneActivity::Idle;
    bool isPaused = false; //!< the integration is switched off
    bool hasPending = false;

    friend bool operator==(const TrayLook&, const TrayLook&) = default;
};

inline size_t qHash(const TrayLook& look, size_t seed = 0)
{
    return qHashMulti(seed, static_cast<int>(look.pbx), static_cast<int>(look.crm),
                      static_cast<int>(look.activity), look.isPaused, look.hasPending);
}

//! Told apart by shape as well as by colour, legible on light and dark panels from 16 px up.
QIcon trayImage(const TrayLook& look);
QPixmap trayPixmap(const TrayLook& look, int side);

} // namespace companion
