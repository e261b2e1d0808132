// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/call.h"

#include <QList>

#include <optional>

namespace companion {

//! \brief Folds what the PBX tells of one call id into the Call of the own extension.
//!
//! Knows every leg, those of others included: who answered elsewhere, who is transferred to whom.
//! A leg that is gone stays gone, so that a late or doubled frame changes nothing. The call itself
//! is shown once the own extension has a part in it that a person would want to see.
class TrackedCall
{
public:
    TrackedCall(const CallId& id, const QString& ownExtension);

    void take(const CallEvent& event);
    void expectOutgoing(const QString& number, const QDateTime& now);
    void vanish(const QDateTime& now); //!< the PBX does not know it any more
    void setDeclined(bool declined) { m_isDeclined = declined; }
    void setMuted(bool muted) { m_call.isMuted = muted; }

    [[nodiscard]] const Call& call() const { return m_call; }
    [[nodiscard]] bool isShown() const { return m_isShown; }
    //! Nobody is left in it, and the own extension never was.
    [[nodiscard]] bool isOthersAndOver() const;
    //! Asked for by this companion, and nothing heard of it yet.
    [[nodiscard]] bool isOnlyExpected() const { return m_call.placedHere && m_parties.isEmpty(); }

private:
    struct Party
    {
        Leg leg;
        bool isOwn = false;
        bool isCaller = false; //!< has dialled, or came in by a trunk
        bool cameWhileTalking = false; //!< after the own extension was connected
        bool hasTalked = false;
        bool answeredAfterOwn = false; //!< picked up when the own extension was already in the call
        std::optional<CallRecord> record = {}; //!< of an own leg
    };
    //! Why the call counts as over; only some of these can be taken back by a later frame.
    enum class End { None, Legs, Vanished, Record, Failed };

    void noteOwn(LegState state);
    bool merge(const Leg& leg, bool isSnapshot);
    void mergeAll(const CallEvent& event);
    void takeRecord(const CallEvent& event);
    void takeRecordOfAnother(const CallRecord& record);
    //! Whether \p record tells of an own leg that was over before; it is kept with that leg.
    [[nodiscard]] bool isOfEarlierLeg(const CallRecord& record);
    void takeFailure(const CallEvent& event);
    void end(End how, const QDateTime& at);
    void reviveOn(bool isNewOwnLeg, bool hasOwnLegMoved);
    void settle(const QDateTime& at, bool isSnapshot);
    void settleDirection();
    void settleRemote();
    void settlePhase(const QDateTime& at);
    void settleConference();
    void settleParticipants();
    void settleOutcome();
    void settleUnseen(const CallRecord& record);
    void settleByRecord(const CallRecord& record);
    void settleTimes();
    //! The vendor's reasons, cloudone-pbx-api.md A4.5, matched loosely as they are misspelt there.
    [[nodiscard]] static CallResult resultOfFailure(const QString& reason);
    [[nodiscard]] CallResult outcome() const;
    [[nodiscard]] CallResult unansweredOutcome() const;
    [[nodiscard]] CallPhase livePhase() const;
    //! It was for us, but our phone was busy or away, and nobody else took it.
    [[nodiscard]] bool hasPassedUsBy() const;
    [[nodiscard]] const Party* ownParty() const; //!< the liveliest one
    [[nodiscard]] const Party* remoteParty() const;
    [[nodiscard]] const Party* bestRemote() const;
    [[nodiscard]] bool hasOther(LegSide side) const;
    [[nodiscard]] bool isColleague(const QString& number) const;
    [[nodiscard]] bool isRecordOurs(const CallRecord& record) const;
    [[nodiscard]] bool hasRecordOfTheWhole() const;
    //! The caller waits on in the queue, which may ring here again.
    [[nodiscard]] bool isWaitingOn() const;
    //! There is enough of it now to be told of.
    [[nodiscard]] bool isToBeShown(bool isSnapshot) const;
    [[nodiscard]] bool hasRecordOfOwnLeg() const;
    [[nodiscard]] bool looksDialledByUs() const; //!< by the legs; at least one is there
    //! Another program had our phone ring, and it then called out.
    [[nodiscard]] bool hasPhoneCalledOut() const;
    [[nodiscard]] bool hasNobodyButTheDialled() const;
    void show(const Party& remote);
    void showNumber(const Leg& leg);
    void showWhatWasDialled(const Leg& leg);

    Call m_call;
    QString m_own;
    QList<Party> m_parties;
    std::optional<CallRecord> m_record; //!< the best one of the own extension's
    End m_end = End::None;
    bool m_isShown = false;
    bool m_isSeenFromStart = true;
    bool m_hasRung = false; //!< the own extension was called
    bool m_hasDialled = false; //!< the own extension called
    bool m_hasTalked = false;
    bool m_isDeclined = false;
    bool m_isForwarded = false;
    bool m_isRecordOfOurPart = false; //!< and not of what became of the call after us
    bool m_isCallerDone = false; //!< by a record of the call as a whole
    bool m_hasAlerted = false; //!< the own leg was Alerting before it was Talking
};

} // namespace companion
