// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/pbx/exchangecall.h"
#include "tests/sandbox/pbx/office.h"

#include <QMap>
#include <QObject>

#include <optional>

namespace companion::sandbox {

//! \brief What a call to be placed looks like.
struct CallOrder
{
    CallDirection direction = CallDirection::Inbound;
    QString from;
    QString to;
    QString via; //!< "queue", "ringgroup", the number of one, or nothing
    QString trunk;
    QString name;
    QString did;
    bool recorded = false;
    bool toBusyPhone = false; //!< the wanted extension does not even ring
    FrameShape shape;
};

//! \brief The answer to an order about calls: an error code of the PBX, and the call meant.
struct CallOutcome
{
    int code = 0;
    QString callId;
};

//! \brief The switching part of the PBX: keeps the calls, and tells each change as an event in the
//! sequences of cloudone-pbx-api.md A5. Knows nothing of HTTP, tokens or sockets.
class Exchange : public QObject
{
    Q_OBJECT

public:
    enum class Party { Caller, Callee };
    enum class Transferred { OnPhone, ByInterface };
    enum class Consultation { Complete, Abort, ThreeWay, Swap };

    explicit Exchange(Office& office, QObject* parent = nullptr);

    //! \brief After how long the own phone and the far end of call/dial pick up; negative: by
    //! order.
    void setPickUpDelays(int ownPhoneMs, int farEndMs);
    void setUtcOffset(int seconds);
    void setRecording(bool everyCall);
    void clear();

    // As people at their phones
    CallOutcome place(const CallOrder& order);
    CallOutcome answer(const QString& callId, const QString& extension = {});
    CallOutcome decline(const QString& callId, const QString& extension = {});
    CallOutcome hangUp(const QString& callId, Party by);
    CallOutcome earlyMedia(const QString& callId);
    CallOutcome toVoicemail(const QString& callId);
    CallOutcome forward(const QString& callId, const QString& extension, const QString& number);
    CallOutcome fail(const QString& callId, const QString& reason);
    //! \brief The same, once the answer to the present request is out.
    void failLater(const QString& callId, const QString& reason);
    CallOutcome joinConsultation(const QString& callId, const QString& consultationId);

    // As the interface of cloudone-pbx-api.md A6
    CallOutcome dial(const QString& caller, const QString& callee, const QString& permission,
                     bool autoAnswer, const FrameShape& shape);
    CallOutcome hangUpChannel(const QString& channelId);
    CallOutcome hold(const QString& channelId);
    CallOutcome unhold(const QString& channelId);
    CallOutcome mute(const QString& channelId, bool muted);
    CallOutcome transferBlind(const QString& channelId, const QString& number, Transferred how);
    CallOutcome consult(const QString& channelId, const QString& number);
    CallOutcome decideConsultation(const QString& channelId, Consultation decision);
    CallOutcome addMember(const QString& channelId, const QString& number);

    void advanceClock(const QString& callId, qint64 ms);
    [[nodiscard]] const QMap<QString, ExchangeCall>& calls() const;
    //! \brief The channel of that extension (or of the party outside, for none) in a call.
    [[nodiscard]] QString channelOf(const QString& callId, const QString& extension = {}) const;

Q_SIGNALS:
    void happened(const companion::sandbox::PbxEvent& event);
    void recordWritten(const companion::sandbox::CallRecord& record);

private:
    using Indexes = QList<int>;

    ExchangeCall& open(CallDirection direction, const QString& id, const FrameShape& shape);
    [[nodiscard]] QString nextCallId();
    [[nodiscard]] Leg extensionLeg(const QString& number, Leg::Status status);
    [[nodiscard]] Leg trunkLeg(Leg::Side side, const QString& from, const QString& to,
                               const Trunk& trunk);
    //! \brief Adds what rings for \p target: an extension, a group's members, or the far end.
    Indexes ring(ExchangeCall& call, const QString& from, const QString& target);
    void ringDialled(ExchangeCall& call);

    [[nodiscard]] ExchangeCall* find(const QString& callId);
    [[nodiscard]] ExchangeCall* findByChannel(const QString& channelId, int& index);

    [[nodiscard]] QList<PbxEvent> events(const ExchangeCall& call, const Indexes& changed,
                                         int topic) const;
    void tell(const ExchangeCall& call, const Indexes& changed, int topic = 30011);
    void tellPhoneStates();
    void end(ExchangeCall& call, const Indexes& order, const QString& unansweredStatus);
    void writeRecord(const ExchangeCall& call, const QString& status, QList<PbxEvent>& events,
                     const QString& to = {});
    [[nodiscard]] QString nameOf(const ExchangeCall& call, const QString& number) const;
    //! \brief Writes the record of what went before a transfer, and begins the next part.
    void closePart(ExchangeCall& call);
    void leave(ExchangeCall& call, int index, const QString& unansweredStatus);
    void decide(ExchangeCall& call, int transferor, const Indexes& consulted, const Indexes& others,
                Consultation decision);

    Office& m_office;
    QMap<QString, ExchangeCall> m_calls;
    QMap<QString, QString> m_phoneStates;
    int m_ownPhoneMs = -1;
    int m_farEndMs = -1;
    int m_utcOffset = 0;
    bool m_recordsEveryCall = false;
    int m_callSequence = 0;
    int m_channelSequence = 0;
    int m_recordSequence = 0;
};

//! \brief The reason for which a number of this office's outside world cannot be reached; empty for
//! any other number. Only the last seven digits count: 555 0486 is busy, and so on.
QString failureOf(const QString& number);

//! \brief complete, abort, threeway or swap.
std::optional<Exchange::Consultation> consultationFrom(const QString& word);

} // namespace companion::sandbox
