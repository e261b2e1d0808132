// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"
#include "app/core/calltracker.h"
#include "app/core/matchplan.h"
#include "app/core/ports/callstore.h"
#include "app/core/ports/crmlink.h"
#include "app/core/ports/pbxlink.h"
#include "app/core/settings.h"
#include "app/flow/lookupflow.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

namespace companion {

//! \brief The story of each call: from the PBX's event to the card, the record page and the
//! history.
//!
//! Holds what is known of each call as a CallCard and asks the pure plans at each change. Waits for
//! nothing but the lookup, the end record, and the card's time to go.
class CallFlow : public QObject
{
    Q_OBJECT

public:
    CallFlow(LookupFlow& lookup, CrmLink& crm, CallStore& store, NumberMemory& memory, Memo& memo,
             QObject* parent = nullptr);

    //! Whose events are followed from now on; nullptr for none.
    void setPbx(PbxLink* pbx);
    void setSettings(const Settings& settings);

    [[nodiscard]] QList<CallCard> cards() const; //!< oldest first
    [[nodiscard]] std::optional<CallCard> card(const CallId& id) const;
    //! The call that a command without an id means: talking, ringing, dialling, held, latest ended.
    [[nodiscard]] std::optional<CallId> currentCall() const;
    [[nodiscard]] int activeCount() const;

    //! A dial request is on its way: until it is answered, calls not seen before are held back (for
    //! a second and a half at most), because one of them may be ours.
    void beginDialling();
    void endDialling();
    //! The companion has asked the PBX to dial \p number and got \p id; before endDialling().
    void expectOutgoing(const CallId& id, const QString& number);
    void choose(const CallId& id, const RecordId& record);
    void forgetChoice(const CallId& id);
    //! By hand: the chosen record, or \p record.
    Result<Done> openRecord(const CallId& id, const std::optional<RecordId>& record = {});
    void act(const CallId& id, CallAction action, const QString& target);
    void retryLookup(const CallId& id);
    void editNote(const CallId& id, const QString& note);
    void chooseOutcome(const CallId& id, const QString& outcome);
    void setDoNotLog(const CallId& id, bool doNotLog);
    void dismiss(const CallId& id);
    void setOutcomes(const QStringList& outcomes);
    //! A record was made for this call's number, by hand or by itself.
    void setCreated(const CallId& id, const CrmMatch& match);
    void setCreating(const CallId& id, bool creating);
    void setJournal(const CallId& id, JournalState state, const QString& taskId,
                    const QString& detail);
    //! Everything of this call as the history keeps it; from the store when its card has gone.
    [[nodiscard]] std::optional<HistoryRow> row(const CallId& id) const;

Q_SIGNALS:
    void cardChanged(const companion::CallCard& card);
    void cardRemoved(const companion::CallId& id);
    void recordOpenRequested(const QUrl& url);
    //! An unknown number that a record is to be made for without asking.
    void creationDue(const companion::CallCard& card);
    //! Over, looked up, and its times final (or the PBX's record overdue): ready for the journal.
    void callSettled(const companion::HistoryRow& row);
    void noteChanged(const companion::HistoryRow& row); //!< after the call was settled
    void historyChanged(const companion::HistoryRow& row);
    void activityChanged();
    void actionFailed(const companion::CallId& id, const companion::Error& error);

private:
    struct Held
    {
        CallCard card;
        CallPhase firstPhase = CallPhase::Ringing;
        std::optional<RecordId> choice = {};
        bool wasOpened = false;
        bool lookupRunning = false;
        bool recordOverdue = false; //!< we have stopped waiting for the PBX's record
        bool isSettled = false;
        bool creationAsked = false;
        bool isSilent = false; //!< ended while we were away: history and journal, but no card
        int recordTries = 0;
        int goesOnTries = 0;
        int lookupRound = 0; //!< answers to an earlier question are dropped
        HistoryRow journal = {}; //!< only its journal fields are used
    };

    void onEvent(const CallEvent& event);
    void applyEvent(const CallEvent& event);
    void releaseHeldBack();
    void onSnapshot(const QSet<CallId>& alive);
    void onTransition(const CallTransition& transition);
    void startLookup(Held& held, const PhoneNumber& number);
    void open(Held& held, const QUrl& url, Reason why);
    void onLookup(const CallId& id, const Result<LookupAnswer>& answer);
    void forgetMatches(Held& held);
    void plan(Held& held);
    void onEnded(const CallId& id);
    void fetchRecord(const CallId& id);
    void trySettle(Held& held);
    void scheduleRemoval(const CallId& id);
    void publish(Held& held);
    void saveSoon(const CallId& id);
    void saveNow();
    void onPbxStatus(const PbxStatus& status);
    void noteSeen();
    void fetchMissed();
    void takeMissed(const CallEvent& event);
    Held* find(const CallId& id);
    [[nodiscard]] PhoneNumber numberOf(const Call& call) const;
    [[nodiscard]] static HistoryRow rowOf(const Held& held);

    LookupFlow& m_lookup;
    CrmLink& m_crm;
    CallStore& m_store;
    NumberMemory& m_memory;
    Memo& m_memo;
    QPointer<PbxLink> m_pbx;
    Settings m_settings;
    CallTracker m_tracker;
    QStringList m_outcomes;
    QHash<CallId, Held> m_held;
    QSet<CallId> m_toSave;
    QList<CallEvent> m_heldBack;
    int m_dialling = 0;
    int m_dialRound = 0;
    bool m_wasConnected = false;
};

} // namespace companion
