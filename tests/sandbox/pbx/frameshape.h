// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace companion::sandbox {

//! \brief How the events of a call look on the wire, within what the real PBX was seen to do
//! (cloudone-pbx-api.md A4, A5, A12.11).
struct FrameShape
{
    enum class Legs {
        Changed, //!< the legs that changed together, as in the dumps
        Single, //!< each changed leg in a frame of its own
        Full //!< always every leg of the call
    };
    enum class EndRecord { AfterBye, BeforeBye, BetweenByes, Late, Twice, Never };

    Legs legs = Legs::Changed;
    EndRecord endRecord = EndRecord::AfterBye;
    int lateMs = 1000; //!< for EndRecord::Late
    bool endRecordForEachLeg = false; //!< one more 30012 for each extension that only rang
    bool doubled = false;
    bool doubledBye = false;
    bool withoutSerial = false;
    bool unknownEvents = false; //!< events of unknown ids in between
    bool lowerCaseType = false;
    bool numericStrings = false;
    bool nullMembers = false; //!< 30015 with "members":null
    bool messageAsObject = false;
    bool blankCallPath = false; //!< " " for no call path
    bool trunkRings = false; //!< the trunk's leg says RING instead of ALERT

    //! \brief This shape with what \p changes names changed; other keys are left alone.
    [[nodiscard]] FrameShape changedBy(const QJsonObject& changes) const;
    [[nodiscard]] QJsonObject json() const;

    friend bool operator==(const FrameShape&, const FrameShape&) = default;
};

//! \brief Something the PBX tells its listeners.
struct PbxEvent
{
    int topic = 0;
    QJsonObject message;
    FrameShape shape;
    int delayMs = 0;
};

//! \brief The text frames for one event: usually one, more when the shape says so.
QList<QByteArray> encode(const PbxEvent& event, const QString& serial);

} // namespace companion::sandbox
