// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    [[nodiscard]] virtual CrmStatus status() const = 0;

    //! Who has this number; objects in the order of preference. At most one API call for a hit,
    //! two for a miss.
    virtual QFuture<Result<LookupAnswer>>
    lookUp(const PhoneNumber& number, const NumberRules& rules, const QStringList& objects) = 0;
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
    //! The Task already written with this CallObject; empty text if there is none.
    virtual QFuture<Result<QString>> findTask(const QString& callObject) = 0;
    //! Append to a Task's description; touches nothing else that people may have edited.
    virtual QFuture<Result<Done>> amendTask(const QString& taskId, const JournalEntry& entry) = 0;
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
};

} // namespace companion
