// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/call.h"
#include "app/pbx/asterisk/channelgraph.h"

#include <QHash>
#include <QList>

#include <deque>
#include <map>
#include <utility>

namespace companion::pbx::asterisk {

//! What has to be asked of the PBX before a call that comes in may be told of.
struct Question
{
    QString channel; //!< the own one
    bool isLinkedIdKnown = false;

    friend bool operator==(const Question&, const Question&) = default;
};

//! What the PBX said to a Question; nothing where it could not be asked.
struct Answer
{
    QString linkedId = {};
    bool isWithheld =
        false; //!< the caller's number stands in the clear in every event all the same
};

//! \brief Turns ARI's events of channels into the CallEvents of the own extension's calls.
//!
//! Pure: no clock, no network. A call that rings here is held back until answer() has told whether
//! its caller is to be shown, and by which id the call is known.
class Switchboard
{
public:
    //! \p endpoint: "PJSIP/1001"; \p context: where the site's phones dial from.
    void setOwn(const QString& endpoint, const QString& context);
    void clear();

    QList<CallEvent> take(const AriEvent& event);
    //! After (re)connecting: what is alive now. Snapshots of calls that need an answer come with
    //! it.
    QList<CallEvent> takeAll(const QList<ChannelView>& channels, const QList<BridgeView>& bridges,
                             const QDateTime& now);
    QList<CallEvent> answer(const QString& channel, const Answer& answer);
    [[nodiscard]] QList<Question> takeQuestions() { return std::exchange(m_questions, {}); }
    [[nodiscard]] bool isWaiting() const { return !m_asked.isEmpty(); }

    [[nodiscard]] QSet<CallId> alive() const; //!< calls with an own channel in them
    //! The record of a call that is over for us; NotFound while it may come back, Unsupported for
    //! one that was never seen.
    [[nodiscard]] Result<CallEvent> recordOf(const CallId& call) const;
    [[nodiscard]] const QHash<QString, QString>& names() const { return m_names; } //!< by number
    [[nodiscard]] const ChannelGraph& graph() const { return m_graph; }

private:
    //! A group of channels that the own extension is or was in, and what has been told of it.
    struct Told
    {
        CallId call = {};
        QHash<QString, Leg> legs = {};
        QList<CallEvent> heldBack = {};
        QString asking = {}; //!< the own channel whose answer is waited for
        QDateTime talkedFrom = {};
        QDateTime talkedUntil = {};
        QString failure = {};
        QString remote = {};
        QString did = {};
        QString recording = {};
        CallDirection direction = CallDirection::Inbound;
        bool isOwnCall = false;
        bool wasAnsweredByFar = false;
        bool wasAnsweredElsewhere = false;
        bool isInVoicemail = false;
    };

    void consider(const Channel& own);
    void tell(int group, CallEvent::Kind kind, const QDateTime& at, const QString& reason = {});
    void tellStart(int group, const QList<Leg>& legs, const QDateTime& at);
    void send(Told& told, const CallEvent& event);
    QSet<QString> hideCaller(const QString& channel);
    void withholdAll(Told& told, const QSet<QString>& hidden) const;
    void end(const AriEvent& event, int group);
    //! Why the own attempt or the ring here came to nothing; empty where it did not.
    [[nodiscard]] static QString reasonOfEnd(const Told& told, const QString& refused, int cause);
    void conclude(int group, Told& told, const QDateTime& at);
    void transfer(const AriEvent& event, int group);
    void noteOwn(Told& told, const Leg& leg, const QDateTime& at) const;
    static void noteOther(Told& told, const Leg& leg, const Channel& channel);
    void note(Told& told, int group, const QList<Leg>& legs, const QDateTime& at);
    void learn(const ChannelView& view);
    void followAsked();
    [[nodiscard]] CallEvent recordEvent(const Told& told, const QDateTime& at) const;
    [[nodiscard]] QList<Leg> legsOf(int group) const;
    [[nodiscard]] Leg legOf(const Channel& channel) const;
    [[nodiscard]] Leg ownLegOf(const Channel& channel) const;
    [[nodiscard]] LegState stateOf(const Channel& channel, const Channel* own,
                                   const QStringList& partners) const;
    [[nodiscard]] bool isFarEndThere(const Channel& own) const;
    [[nodiscard]] bool isOwn(const Channel& channel) const;
    [[nodiscard]] static bool isTellable(const Channel& own);
    [[nodiscard]] bool isExtension(const Channel& channel) const;
    [[nodiscard]] QString numberOf(const Channel& channel) const;
    [[nodiscard]] const Channel* ownIn(int group) const; //!< the liveliest one
    [[nodiscard]] Told* toldOf(int group);

    ChannelGraph m_graph;
    QString m_technology;
    QString m_own;
    QString m_context;
    std::map<int, Told> m_told;
    std::deque<CallEvent> m_finished; //!< records of the last calls
    QSet<QString> m_asked; //!< own channels
    QHash<QString, QString> m_names;
    QHash<QString, QString> m_numbers; //!< endpoint → number, of those not named by it
    QList<Question> m_questions;
    QList<CallEvent> m_out;
};

} // namespace companion::pbx::asterisk
