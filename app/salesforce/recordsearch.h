// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/salesforce/describecache.h"

#include <QObject>

namespace companion::salesforce {

//! \brief Finds records in other ways than by a caller's number: as typed, by id, by change.
class RecordSearch : public QObject
{
    Q_OBJECT

public:
    RecordSearch(OrgSession& org, DescribeCache& describes, const Timing& timing,
                 QObject* parent = nullptr);

    //! Cancelling the future aborts the question.
    QFuture<Result<QList<CrmMatch>>> search(const QString& typed, const QStringList& objects);
    QFuture<Result<CrmMatch>> record(const RecordId& id);
    QFuture<Result<RecordNews>> changedSince(const QString& object, const QDateTime& since);

private:
    struct News;
    using NewsPtr = std::shared_ptr<News>;

    struct Typed;
    using TypedPtr = std::shared_ptr<Typed>;

    void askTyped(const TypedPtr& question, const Result<ShapesAnswer>& shapes);
    void askNews(const NewsPtr& news, const OrgRequest& request);
    void takeNews(const NewsPtr& news, const Result<HttpReply>& reply);

    OrgSession& m_org;
    DescribeCache& m_describes;
    Timing m_timing;
};

} // namespace companion::salesforce
