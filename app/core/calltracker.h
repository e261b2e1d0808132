// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/call.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace companion {

//! \brief Folds the PBX's events into the calls of one extension. No clock, no QObject.
//!
//! Merges legs by channel, tolerates events that are doubled, late, reordered or cut, and drops
//! calls that the own extension has no leg in. It keeps a call that ended until forget(); the call
//! detail record may come before, between or after the BYE frames (cloudone-pbx-api.md A5).
class CallTracker
{
public:
    explicit CallTracker(QString ownExtension = {});

    //! The own extension's number; forgets all calls when it changes.
    void setOwnExtension(const QString& number);
    [[nodiscard]] QString ownExtension() const { return m_ownExtension; }

    //! The change that \p event made to a call of ours, or nothing (a duplicate, another's call).
    [[nodiscard]] std::optional<CallTransition> apply(const CallEvent& event);

    //! A call that this companion has asked the PBX to place: never an incoming one. Its events may
    //! have come before or come after this.
    std::optional<CallTransition> expectOutgoing(const CallId& id, const QString& number,
                                                 const QDateTime& now);

    //! \brief End every call that the PBX did not name in a snapshot taken at \p now.
    [[nodiscard]] QList<CallTransition> endAllBut(const QSet<CallId>& alive, const QDateTime& now);

    [[nodiscard]] std::optional<Call> call(const CallId& id) const;
    [[nodiscard]] QList<Call> calls() const; //!< oldest first, ended ones included until forgotten
    [[nodiscard]] QList<Call> activeCalls() const;
    void setMuted(const CallId& id, bool muted);
    //! Hanging up was asked for here while it rang: the result is Declined, not Missed.
    void noteDeclined(const CallId& id);
    void forget(const CallId& id);
    void clear();
    //! Number of calls remembered in any way, others' half-known ones included: must stay bounded.
    [[nodiscard]] qsizetype size() const;

private:
    struct Tracked
    {
        Call call;
        QHash<QString, Leg> legs;
        bool isOurs = false; //!< the own extension has, or had, a leg
        bool isCaller = false; //!< the own side started it
        bool hasTalked = false;
        bool wasDeclined = false;
        bool isSettledByRecord = false;
    };

    [[nodiscard]] std::optional<CallTransition> applyRecord(Tracked& tracked,
                                                            const CallEvent& event);
    [[nodiscard]] std::optional<CallTransition> applyFailure(Tracked& tracked,
                                                             const CallEvent& event);
    [[nodiscard]] std::optional<CallTransition> settle(Tracked& tracked, const CallEvent& event,
                                                       bool isNew);
    void mergeLegs(Tracked& tracked, const CallEvent& event) const;
    void describeRemote(Tracked& tracked) const;
    void end(Tracked& tracked, const QDateTime& at) const;
    [[nodiscard]] CallPhase phaseOf(const Tracked& tracked) const;
    [[nodiscard]] bool isOwn(const Leg& leg) const;
    [[nodiscard]] QList<Leg> liveLegs(const Tracked& tracked, bool own) const;
    void prune(const CallId& id);

    QString m_ownExtension;
    QHash<CallId, Tracked> m_calls;
    QList<CallId> m_others; //!< calls in m_calls that are not ours, oldest first
    QList<CallId> m_ended; //!< recently forgotten, so that late frames don't bring them back
};

} // namespace companion
