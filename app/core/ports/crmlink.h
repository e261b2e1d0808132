// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/async.h"
#include "app/core/crmmatch.h"
#include "app/core/journalentry.h"
#include "app/core/linkstate.h"
#include "app/core/phonenumber.h"
#include "app/core/result.h"

#include <QFuture>
#include <QHash>
#include <QObject>

namespace companion {

//! What a sign-in to Salesforce needs. A Consumer Secret is passed apart.
struct CrmAccount
{
    QString loginUrl; //!< as typed: with or without scheme, Lightning hosts included
    QString clientId; //!< Consumer Key
    QList<quint16> redirectPorts;

    friend bool operator==(const CrmAccount&, const CrmAccount&) = default;
};

//! A field that a new record may or must have, from describe.
struct CrmField
{
    enum class Kind { Text, Phone, Email, Picklist, Number, Date, Boolean, LongText, Other };

    QString name;
    QString label = {};
    Kind kind = Kind::Text;
    bool isRequired = false;
    int length = 0; //!< 0: no limit known
    QStringList values = {}; //!< Picklist: what can be chosen (API values)
    QStringList labels = {}; //!< of the values, in their order; empty: the values themselves
    QString usual = {}; //!< the value that the org takes by default

    friend bool operator==(const CrmField&, const CrmField&) = default;
};

//! A record to be created; values by field name.
struct NewRecord
{
    QString object = QStringLiteral("Contact");
    QHash<QString, QString> fields = {};
    bool allowDuplicate = false; //!< the person has seen the duplicate warning and goes on
    bool keepOwner = true; //!< don't let assignment rules take it away

    friend bool operator==(const NewRecord&, const NewRecord&) = default;
};

//! The outcome of creating: the new record, or the existing ones a duplicate rule found.
struct CreateAnswer
{
    std::optional<CrmMatch> created;
    QList<CrmMatch> duplicates = {};
    bool mayCreateAnyway = false;
    QString sentence = {}; //!< the rule's own words

    friend bool operator==(const CreateAnswer&, const CreateAnswer&) = default;
};

//! A Task that stands in the CRM already, found by its CallObject.
struct FoundTask
{
    QString callObject;
    QString id;
    QDateTime createdAt = {};

    friend bool operator==(const FoundTask&, const FoundTask&) = default;
};

//! What became of an object's records since a moment (contact synchronisation).
struct RecordNews
{
    QList<CrmMatch> changed; //!< as they are now, new ones included
    QStringList removed = {}; //!< ids of deleted ones, the losers of merges included
    QDateTime until; //!< ask from here on next time; the server's clock
    bool isCut = false; //!< more changed than one answer holds: ask again from `until` at once

    friend bool operator==(const RecordNews&, const RecordNews&) = default;
};

//! \brief A Salesforce org, seen from the companion. Tells its state, answers questions.
class CrmLink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Sign in through the browser: emits browserRequested(). Ends once: signed in, refused,
    //! cancelled by cancelSignIn(), or timed out. \p secret is empty when the org wants none.
    virtual QFuture<Result<Done>> signIn(const CrmAccount& account, const QString& secret) = 0;
    virtual void cancelSignIn() = 0;
    //! Go on with the refresh token in the key store; stays signed out without one.
    virtual QFuture<Result<Done>> resume(const CrmAccount& account) = 0;
    //! Forgets the tokens; revokes them too when the server can be reached.
    virtual QFuture<Result<Done>> signOut() = 0;
    //! Try again now instead of waiting: the computer woke up, or the network is back.
    virtual void reconnectNow() = 0;
    [[nodiscard]] virtual CrmStatus status() const = 0;

    //! Who has this number; objects in the order of preference. At most one API call for a hit,
    //! two for a miss.
    virtual QFuture<Result<LookupAnswer>>
    lookUp(const PhoneNumber& number, const NumberRules& rules, const QStringList& objects) = 0;
    //! What was answered for this number a moment ago does not do for the next question.
    virtual void forgetAnswer(const PhoneNumber& number) { Q_UNUSED(number) }
    //! The exact question alone (no search index, so no delay): the look-before of creating.
    virtual QFuture<Result<LookupAnswer>> lookUpExactly(const PhoneNumber& number,
                                                        const NumberRules& rules,
                                                        const QStringList& objects) = 0;
    //! Records by name or number as typed so far.
    virtual QFuture<Result<QList<CrmMatch>>> search(const QString& typed,
                                                    const QStringList& objects) = 0;
    virtual QFuture<Result<CrmMatch>> record(const RecordId& id) = 0;

    virtual QFuture<Result<QList<CrmField>>> fieldsToCreate(const QString& object) = 0;
    virtual QFuture<Result<CreateAnswer>> create(const NewRecord& record) = 0;

    //! Writes one Task for each entry, in this order, in one API call; results in the same order.
    virtual QFuture<Result<QList<Result<QString>>>>
    writeTasks(const QList<JournalEntry>& entries) = 0;
    //! The Task already written with this CallObject at or after \p since (ever, when invalid);
    //! empty text if there is none.
    virtual QFuture<Result<QString>> findTask(const QString& callObject,
                                              const QDateTime& since) = 0;
    //! Every Task written since then with one of these CallObjects (200 at most, SOQL: no index
    //! delay), two of them when two computers wrote the same call. In one API call.
    virtual QFuture<Result<QList<FoundTask>>> findTasks(const QStringList& callObjects,
                                                        const QDateTime& since)
    {
        Q_UNUSED(callObjects)
        Q_UNUSED(since)
        return unsupported<QList<FoundTask>>();
    }
    //! \brief The Task that the PBX's own integration wrote for this call; empty if none (yet).
    //!
    //! Of the entry's record and owner, without a CallObject of ours, created at or after the
    //! call's end, its text naming the call's time or number; the latest if there are several.
    virtual QFuture<Result<QString>> findPbxTask(const JournalEntry& entry)
    {
        Q_UNUSED(entry)
        return unsupported<QString>();
    }
    //! \brief Adds what is new in \p entry to a Task; touches nothing that people may have edited.
    //!
    //! `note` goes where `writtenNote` still stands unchanged, else to the end; nothing is added
    //! that stands there already, so that asking twice is asking once. The same for `recording`.
    //! The `outcome` becomes the disposition where `writtenOutcome` still stands. `hasMoved` links
    //! the Task to `record`.
    virtual QFuture<Result<Done>> amendTask(const QString& taskId, const JournalEntry& entry) = 0;
    //! Deletes a Task that this companion wrote and that turned out to be the second of its call.
    virtual QFuture<Result<Done>> removeTask(const QString& taskId)
    {
        Q_UNUSED(taskId)
        return unsupported<Done>();
    }
    //! Deletes a record that this companion made by itself and that turned out to be the second.
    virtual QFuture<Result<Done>> removeRecord(const RecordId& record)
    {
        Q_UNUSED(record)
        return unsupported<Done>();
    }
    //! What was changed and deleted among an object's records since \p since.
    virtual QFuture<Result<RecordNews>> changedSince(const QString& object, const QDateTime& since)
    {
        Q_UNUSED(object)
        Q_UNUSED(since)
        return unsupported<RecordNews>();
    }
    //! The org's own call outcomes (Task.CallDisposition or Type picklist); may be empty.
    virtual QFuture<Result<QStringList>> outcomes() = 0;

    [[nodiscard]] virtual QUrl recordUrl(const RecordId& id) const = 0;
    [[nodiscard]] virtual QUrl searchPageUrl(const QString& term) const = 0;
    //! The only hosts whose pages may be opened.
    [[nodiscard]] virtual bool isOwnUrl(const QUrl& url) const = 0;

Q_SIGNALS:
    void statusChanged(const companion::CrmStatus& status);
    //! Show this address in the system browser (sign-in).
    void browserRequested(const QUrl& url);

private:
    template <typename T>
    static QFuture<Result<T>> unsupported()
    {
        return async::ready<T>(Error{Error::Kind::Unsupported, QStringLiteral("not supported")});
    }
};

} // namespace companion
