// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/salesforce/describecache.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace companion::salesforce {

//! \brief Finds whom a number belongs to (salesforce-api.md 4.2): what was asked a moment ago, one
//! search, and where that finds nothing one exact question, which knows no index delay.
class CallerLookup : public QObject
{
    Q_OBJECT

public:
    CallerLookup(OrgSession& org, DescribeCache& describes, const Timing& timing,
                 QObject* parent = nullptr);

    QFuture<Result<LookupAnswer>> lookUp(const PhoneNumber& number, const NumberRules& rules,
                                         const QStringList& objects);
    void forgetAnswer(const PhoneNumber& number);
    QFuture<Result<LookupAnswer>> lookUpExactly(const PhoneNumber& number, const NumberRules& rules,
                                                const QStringList& objects);
    //! Bridges the time until the search index knows a record of ours.
    void noteCreated(const CrmMatch& match);
    void forgetRecord(const RecordId& record);
    void clear();

private:
    struct Question;
    using QuestionPtr = std::shared_ptr<Question>;
    struct Kept
    {
        QList<CrmMatch> matches;
        QDeadlineTimer until;
    };
    struct Created
    {
        CrmMatch match;
        QDeadlineTimer until;
    };

    void start(const QuestionPtr& question);
    void askSearch(const QuestionPtr& question);
    void onFound(const QuestionPtr& question, const Result<HttpReply>& reply);
    void askExactly(const QuestionPtr& question);
    void onExact(const QuestionPtr& question, const Result<HttpReply>& reply);
    bool askAgain(const QuestionPtr& question, const Error& error,
                  void (CallerLookup::*ask)(const QuestionPtr&));
    void finish(const QuestionPtr& question, const Result<QList<CrmMatch>>& matches);
    [[nodiscard]] QList<CrmMatch> withCreated(const Question& question, const QJsonArray& rows);
    void dropExpired();

    OrgSession& m_org;
    DescribeCache& m_describes;
    Timing m_timing;
    QHash<QString, QuestionPtr> m_running;
    QHash<QString, Kept> m_answers;
    std::vector<Created> m_created;
};

} // namespace companion::salesforce
