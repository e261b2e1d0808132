// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/call.h"
#include "app/core/trackedcall.h"

#include <QSet>

#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

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
    //! Asked for by this companion, and nothing heard of it yet.
    [[nodiscard]] bool isOnlyExpected(const CallId& id) const;
    void setMuted(const CallId& id, bool muted);
    //! Hanging up was asked for here while it rang: the result is Declined, not Missed.
    void setDeclined(const CallId& id, bool declined);
    void forget(const CallId& id);
    void clear();
    //! Number of calls remembered in any way, others' half-known ones included: must stay bounded.
    [[nodiscard]] qsizetype size() const;

private:
    [[nodiscard]] std::optional<CallTransition> transition(const CallId& id, bool wasShown,
                                                           const Call& before);
    TrackedCall& track(const CallId& id);
    void boundStrangers();

    struct Entry
    {
        TrackedCall call;
        quint64 order = 0; //!< of first sight
    };

    QString m_ownExtension;
    std::unordered_map<CallId, Entry> m_calls;
    std::deque<std::pair<quint64, CallId>> m_strangers; //!< oldest first; may name shown ones
    QSet<CallId> m_forgotten; //!< so that late frames don't bring them back
    std::deque<CallId> m_forgottenOrder;
    quint64 m_nextOrder = 0;
};

} // namespace companion
