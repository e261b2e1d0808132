// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace companion {

//! What a command came to: what to print, and the exit status of DESIGN 5.
struct CommandOutcome
{
    enum Exit { Done = 0, Refused = 1, Usage = 2, NotRunning = 3, NoAnswer = 4 };

    Exit exit = Done;
    QString out = {};
    QString err = {}; //!< one line
    QJsonObject rest = {}; //!< not all of it yet: asked once more with this, more is printed

    [[nodiscard]] QJsonObject toJson() const;
    static CommandOutcome fromJson(const QJsonObject& object);
    static CommandOutcome refused(const QString& sentence)
    {
        return {.exit = Refused, .err = sentence};
    }
};

//! \p value as it is printed for programs.
QString jsonText(const QJsonValue& value);

} // namespace companion
