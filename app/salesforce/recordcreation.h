// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/salesforce/describecache.h"

#include <QObject>

namespace companion::salesforce {

//! \brief Creates contacts, leads and the like (salesforce-api.md 3.4, 3.5), and takes back what
//! the companion made twice by itself.
class RecordCreation : public QObject
{
    Q_OBJECT

public:
    RecordCreation(OrgSession& org, DescribeCache& describes, const Timing& timing,
                   QObject* parent = nullptr);

    QFuture<Result<QList<CrmField>>> fieldsToCreate(const QString& object);
    QFuture<Result<CreateAnswer>> create(const NewRecord& record);
    QFuture<Result<Done>> remove(const RecordId& record);

Q_SIGNALS:
    void created(const companion::CrmMatch& match);
    void removed(const companion::RecordId& record);

private:
    using AnswerPromise = std::shared_ptr<async::Promise<CreateAnswer>>;

    void post(const NewRecord& record, const ObjectShape& shape, const AnswerPromise& promise);
    void take(const NewRecord& record, const Result<HttpReply>& reply,
              const AnswerPromise& promise);
    void nameDuplicates(const CreateAnswer& answer, const AnswerPromise& promise);

    OrgSession& m_org;
    DescribeCache& m_describes;
    Timing m_timing;
};

//! The body of the request; values in the type that the field has.
QJsonObject creationFields(const NewRecord& record, const ObjectShape& shape);
//! The new record as it will be found, from what was sent.
CrmMatch createdMatch(const NewRecord& record, const QString& id, const QUrl& instance);

} // namespace companion::salesforce
