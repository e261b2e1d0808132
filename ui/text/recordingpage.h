// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"
#include "ui/text/historytext.h"

#include <QByteArray>

#include <optional>

namespace companion::text {

//! What the page that plays a recording shows.
struct RecordingPage
{
    enum class State {
        Playable,
        Waiting, //!< asks again by itself
        Failed,
    };

    State state = State::Failed;
    std::optional<HistoryRow> row = {}; //!< none: a link that nobody knows
    NumberLook look = {};
    std::optional<Error> problem = {}; //!< why it failed, or what is waited for
    QString pagePath = {}; //!< this page's own, on this server
    QString audioPath = {}; //!< the sound's
    QString saveName = {};
};

//! \brief The page in HTML: who, when, how long, and a player or a sentence that says why not.
//!
//! Loads nothing but the sound; what came from outside is in it as text only.
QByteArray recordingPage(const RecordingPage& page);

//! What its Content-Security-Policy has to allow.
QByteArray recordingPagePolicy();

} // namespace companion::text
