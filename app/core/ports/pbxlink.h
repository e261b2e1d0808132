// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/async.h"
#include "app/core/call.h"
#include "app/core/linkstate.h"
#include "app/core/result.h"

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

namespace companion {

//! What a sign-in to a PBX needs. The secret is passed apart and never kept here.
struct PbxAccount
{
    QString kind = QStringLiteral("cloudone");
    QString url = {};
    QString clientId = {}; //!< Client ID, or the ARI user's name
    QString extension = {}; //!< number, or the e-mail bound to it
    QString caFile = {}; //!< own certificate authority, PEM
    QString technology = QStringLiteral("PJSIP"); //!< asterisk
    QString context = QStringLiteral("from-internal"); //!< asterisk

    friend bool operator==(const PbxAccount&, const PbxAccount&) = default;
};

//! What can be done with a call.
enum class CallAction {
    HangUp,
    Decline,
    Answer,
    Hold,
    Resume,
    Mute,
    Unmute,
    BlindTransfer,
    AttendedTransfer,
    CompleteTransfer,
    AbortTransfer,
    AddParticipant
};

//! A recording's bytes, or a part of them.
struct RecordingAudio
{
    QByteArray bytes;
    QString contentType;
};

//! A phonebook of the PBX, for contact synchronisation (cloudone-pbx-api.md A9).
struct PbxPhonebook
{
    QString id;
    int contacts = 0; //!< how many are in it
    bool isNew = false; //!< made by this question
    bool holdsEverybody = false; //!< by itself, whatever is added
    QHash<QString, QString> byRemark = {}; //!< ids of those contacts that have a remark

    friend bool operator==(const PbxPhonebook&, const PbxPhonebook&) = default;
};

//! A company contact on the PBX, as contact synchronisation writes it.
struct PbxContact
{
    QString id = {}; //!< the PBX's; empty: to be made
    QString name = {};
    QString company = {};
    QString email = {};
    QStringList numbers = {};
    QString remark = {}; //!< names the CRM record

    friend bool operator==(const PbxContact&, const PbxContact&) = default;
};

//! \brief A PBX, seen from the companion: tells events, carries out wishes. One for each backend.
//!
//! An abstract QObject because it tells with signals and is asked with futures. Each future ends
//! exactly once; destroying the link ends them as cancelled.
class PbxLink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Sign in and stay connected until stop(): reconnects by itself. \p email is the CRM user's,
    //! used to find the own extension when the account names none.
    virtual void start(const PbxAccount& account, const QString& secret, const QString& email) = 0;
    //! Close, and free the PBX's token when \p signOut.
    enum class Stop { KeepSession, SignOut };
    virtual QFuture<Result<Done>> stop(Stop how) = 0;
    //! Sleep, network change, clock jump: trust nothing, connect again now.
    virtual void reconnectNow() = 0;

    [[nodiscard]] virtual PbxStatus status() const = 0;
    [[nodiscard]] virtual QList<Colleague> colleagues() const = 0; //!< the own extension among them
    //! Who a call can go to.
    [[nodiscard]] QList<Colleague> otherColleagues() const
    {
        auto others = colleagues();
        others.removeIf([own = status().extension](const Colleague& colleague) {
            return colleague.number == own;
        });
        return others;
    }
    //! What the backend can do at all, and with this call now.
    [[nodiscard]] virtual QSet<CallAction> actionsFor(const Call& call) const = 0;

    //! Ask the PBX to ring the own phone and then call \p number. The call's id, once accepted.
    virtual QFuture<Result<CallId>> dial(const QString& number) = 0;
    //! \p target: the number of a transfer or of a new participant; otherwise empty.
    virtual QFuture<Result<Done>> act(const Call& call, CallAction action,
                                      const QString& target) = 0;
    //! Records of the own extension's calls that ended since \p since (missed while disconnected).
    virtual QFuture<Result<QList<CallEvent>>> recordsSince(const QDateTime& since) = 0;
    //! The record of one call whose own never came; NotFound if the PBX has none yet.
    virtual QFuture<Result<CallEvent>> recordOf(const CallId& call) = 0;
    virtual QFuture<Result<RecordingAudio>> recording(const QString& fileName) = 0;

    // Contact synchronisation into the PBX (`sync.target = pbx`); not every backend can.

    //! The phonebook of this name, made when there is none.
    virtual QFuture<Result<PbxPhonebook>> openPhonebook(const QString& name)
    {
        Q_UNUSED(name)
        return unsupported<PbxPhonebook>();
    }
    //! Makes the contact in the phonebook, or replaces the one with its id; NotFound when that has
    //! gone. The contact's id.
    virtual QFuture<Result<QString>> saveContact(const QString& phonebook,
                                                 const PbxContact& contact)
    {
        Q_UNUSED(phonebook)
        Q_UNUSED(contact)
        return unsupported<QString>();
    }
    virtual QFuture<Result<Done>> removeContact(const QString& id)
    {
        Q_UNUSED(id)
        return unsupported<Done>();
    }

Q_SIGNALS:
    void statusChanged(const companion::PbxStatus& status);
    void eventReceived(const companion::CallEvent& event);
    //! After (re)connecting: these calls are alive, each has been told as a Snapshot event before.
    void snapshotTaken(const QSet<companion::CallId>& alive);
    void colleaguesChanged();
    //! A heartbeat was due: the moment to look at the clock without a wake-up of its own.
    void heartbeatSent();

private:
    template <typename T>
    static QFuture<Result<T>> unsupported()
    {
        return async::ready<T>(Error{Error::Kind::Unsupported, QStringLiteral("not supported")});
    }
};

} // namespace companion
