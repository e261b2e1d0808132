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

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>

namespace companion {

//! How long the call story waits for what; tests shorten it.
struct CallTiming
{
    std::chrono::milliseconds paintFirst{40}; //!< a new card is painted before the disk is written
    std::chrono::milliseconds stillSearching{3000}; //!< then the card says so
    std::chrono::milliseconds recordGrace{2000}; //!< 30012 usually comes within a second of the BYE
    std::chrono::milliseconds recordPatience{60000}; //!< for a PBX that cannot be asked
    std::chrono::milliseconds remembered{600000}; //!< a queue may ring again, a record come late
    std::chrono::milliseconds goesOnPause{5000};
    std::chrono::milliseconds heldBack{1500};
    std::chrono::milliseconds firstWord{60000}; //!< of a call that the PBX was asked to place
    std::chrono::milliseconds askAgain{10000}; //!< for the calls that were missed
    std::chrono::milliseconds firstResolve{30000}; //!< a lookup that failed, of a call that is over
    std::chrono::milliseconds longestResolve{900000};
};

//! \brief The story of each call: from the PBX's event to the card, the record page and the
//! history.
//!
//! Holds what is known of each call as a CallCard and asks the pure plans at each change. Waits for
//! nothing but the lookup, the end record, and the card's time to go. A call is settled when it is
//! over, its caller looked up and its times final; until then it is taken up again after a restart.
class CallFlow : public QObject
{
    Q_OBJECT

public:
    CallFlow(LookupFlow& lookup, CrmLink& crm, CallStore& store, NumberMemory& memory, Memo& memo,
             QObject* parent = nullptr);
    CallFlow(LookupFlow& lookup, CrmLink& crm, CallStore& store, NumberMemory& memory, Memo& memo,
             const CallTiming& timing, QObject* parent = nullptr);

    //! Whose events are followed from now on; nullptr for none.
    void setPbx(PbxLink* pbx);
    void setSettings(const Settings& settings);
    //! At the start: takes up the calls that were not settled when the program ended.
    void recover();

    [[nodiscard]] QList<CallCard> cards() const; //!< going on or still shown; oldest first
    [[nodiscard]] std::optional<CallCard> card(const CallId& id) const;
    [[nodiscard]] int activeCount() const;
    //! Calls followed in any way; must not grow.
    [[nodiscard]] qsizetype followedCount() const { return m_held.size(); }
    //! Those, and the ones put away that may still come back; bounded.
    [[nodiscard]] qsizetype rememberedCount() const { return m_tracker.calls().size(); }

    //! A dial request is on its way: until it is answered, calls not seen before that may be ours
    //! are held back (for a second and a half at most).
    void beginDialling();
    void endDialling();
    //! The companion has asked the PBX to dial \p number and got \p id; before endDialling().
    //! \p extension stands behind the number and is only shown.
    void expectOutgoing(const CallId& id, const QString& number, const QString& extension = {});
    void choose(const CallId& id, const RecordId& record);
    void forgetChoice(const CallId& id);
    //! By hand: the chosen record, or \p record; for a call of the history as well.
    Result<Done> openRecord(const CallId& id, const std::optional<RecordId>& record = {});
    //! What the PBX made of it; the card shows a refusal by itself.
    QFuture<Result<Done>> act(const CallId& id, CallAction action, const QString& target);
    void retryLookup(const CallId& id);
    void editNote(const CallId& id, const QString& note);
    void chooseOutcome(const CallId& id, const QString& outcome);
    void setDoNotLog(const CallId& id, bool doNotLog);
    void dismiss(const CallId& id);
    void setOutcomes(const QStringList& outcomes);
    [[nodiscard]] QStringList outcomes() const { return m_outcomes; }
    void setCreated(const CallId& id, const CrmMatch& match, Creation how);
    void setCreating(const CallId& id, bool creating);
    //! The record could not be made: where waiting can help, it is tried again; for lack of API
    //! budget when there is some, with no further lookup.
    void setCreationFailed(const CallId& id, const Error& error);
    void setJournal(const CallId& id, JournalState state, const QString& taskId,
                    const QString& detail);

    // For calls of the history as well, whose card has gone long since.

    //! The call was with this record, whatever was matched.
    void assign(const CallId& id, const CrmMatch& match);
    void setDealtWith(const CallId& id, bool dealtWith);
    //! Log it, although it was not; looks the number up first where it is not known yet.
    void logNow(const CallId& id);
    //! Everything of this call as the history keeps it; from the store when its card has gone.
    [[nodiscard]] std::optional<HistoryRow> row(const CallId& id) const;

Q_SIGNALS:
    void cardChanged(const companion::CallCard& card);
    void cardRemoved(const companion::CallId& id);
    void recordOpenRequested(const QUrl& url);
    //! An unknown number that a record is to be made for without asking.
    void creationDue(const companion::CallCard& card);
    //! Settled, or changed after that: what the journal goes by.
    void callSettled(const companion::HistoryRow& row);
    void logNowDue(const companion::HistoryRow& row);
    void noteChanged(const companion::HistoryRow& row); //!< after the call was settled
    void historyChanged(const companion::HistoryRow& row);
    void activityChanged();
    void outcomesChanged(const QStringList& outcomes);
    void actionFailed(const companion::CallId& id, const companion::Error& error);

private:
    //! Over and put away, but a frame or its record may still come: the tracker knows it.
    struct Remembered
    {
        CallId id;
        QDeadlineTimer until;
    };
    struct Held
    {
        CallCard card;
        CallPhase firstPhase = CallPhase::Ringing;
        std::optional<RecordId> choice = {};
        std::optional<Call> before = {}; //!< as it was known before a restart
        bool wasOpened = false;
        bool awaitsAddress = false; //!< to be opened once Salesforce has told where its pages are
        bool isOnDisk = false;
        bool lookupRunning = false;
        bool isUnresolved = false; //!< who it is could not be asked: asked again
        bool recordOverdue = false; //!< we have stopped waiting for the PBX's record
        bool isSettled = false;
        bool creationAsked = false;
        bool awaitsBudget = false; //!< to be created once there is API budget for it again
        bool isSilent = false; //!< no card: dismissed, or ended while we were away
        bool isDealtWith = false;
        int recordTries = 0;
        int goesOnTries = 0;
        int endRound = 0; //!< a call may come back: timers of an earlier end don't count
        int lookupRound = 0; //!< answers to an earlier question are dropped
        QDateTime recordWaitSince = {};
        HistoryRow journal = {}; //!< only its journal fields are used
    };

    // Events (callflow.cpp)
    void onEvent(const CallEvent& event);
    void applyEvent(const CallEvent& event);
    void releaseHeldBack(const std::optional<CallId>& only = {});
    void lookUpLive();
    void onTransition(const CallTransition& transition);
    bool takeStored(const Call& call);
    void take(const CallId& id, const HistoryRow& row);
    void takeLate(HistoryRow row, const Call& call);
    static void revive(Held& held);
    void startLookup(Held& held, const PhoneNumber& number,
                     LookupFlow::Ask ask = LookupFlow::Ask::CachedToo);
    void onLookup(const CallId& id, int round, const Result<LookupAnswer>& answer);
    static void forgetMatches(Held& held);
    void plan(const CallId& id);
    void open(Held& held, const QUrl& url, Reason why);
    void openWaiting(const CrmStatus& status);
    //! Not somebody else's, but none at all: Salesforce has not told yet where its pages are.
    [[nodiscard]] bool isAddressUnknown(const QUrl& url) const;
    void publish(Held& held);
    Held* find(const CallId& id);
    [[nodiscard]] QString shownNumber(const Call& call) const;
    [[nodiscard]] PhoneNumber numberOf(const Call& call) const;

    // What becomes of a call at its end (callflowend.cpp)
    void onSnapshot(const QSet<CallId>& alive);
    void onPbxStatus(const PbxStatus& status);
    void endAll();
    void onCrmStatus(const CrmStatus& status);
    void onEnded(const CallId& id);
    void fetchRecord(const CallId& id);
    void takeRecord(const CallId& id, const Result<CallEvent>& event);
    void giveUpRecord(const CallId& id);
    void trySettle(const CallId& id);
    void scheduleRemoval(const CallId& id);
    void drop(const CallId& id);
    void forgetOldest();
    void forgetExpired();
    void noteSeen();
    void fetchMissed();
    void takeMissed(const Call& call);
    void concludeInterrupted(const QSet<CallId>& alive);
    void followSilently(const Call& call, const HistoryRow& known);
    void resolveNext();
    void resolveLater();
    void tickOff(const Call& talked);
    [[nodiscard]] bool mustKnowWho(const Held& held) const;
    [[nodiscard]] bool awaitsRecord(const Held& held) const;
    void createNext();
    [[nodiscard]] QString seenMemo() const;

    // What is kept of a call (callflowkeeping.cpp)
    [[nodiscard]] static HistoryRow rowOf(const Held& held);
    void changeStored(const CallId& id, const std::function<bool(HistoryRow&)>& change,
                      void (CallFlow::*tell)(const HistoryRow&));
    void saveSoon(const CallId& id);
    void saveNow();

    LookupFlow& m_lookup;
    CrmLink& m_crm;
    CallStore& m_store;
    NumberMemory& m_memory;
    Memo& m_memo;
    CallTiming m_timing;
    QPointer<PbxLink> m_pbx;
    Settings m_settings;
    CallTracker m_tracker;
    QStringList m_outcomes;
    QHash<CallId, Held> m_held;
    QHash<CallId, HistoryRow> m_interrupted; //!< alive when the program ended
    QHash<CallId, QString> m_extensions; //!< behind the number, of calls placed here
    QSet<CallId> m_toSave;
    QList<CallEvent> m_heldBack;
    QList<Remembered> m_remembered; //!< oldest first
    QTimer m_forget; //!< the oldest of them, when its time is over
    QTimer m_heldBackLimit;
    QTimer m_resolve;
    QTimer m_save;
    int m_dialling = 0;
    int m_resolveAttempt = 0;
    int m_missedRound = 0;
    bool m_wasConnected = false;
    bool m_isCaughtUp = false; //!< what happened while we were away has been fetched
    bool m_wasCrmConnected = false;
};

} // namespace companion
