// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/callerlookup.h"

#include "app/salesforce/lookupquery.h"
#include "app/salesforce/matches.h"
#include "app/salesforce/replies.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

struct CallerLookup::Question
{
    enum class Manner { SearchFirst, ExactOnly };

    PhoneNumber number;
    NumberRules rules;
    QStringList objects;
    Manner manner = Manner::SearchFirst;
    QString key = {}; //!< of the answers kept; empty: not to be kept
    Shapes shapes = {};
    int refusals = 0; //!< of statements that do not fit the org (any more)
    QList<LookupStep> asked = {};
    std::vector<std::shared_ptr<async::Promise<LookupAnswer>>> waiting = {};

    void count(const QString& where, int apiCalls)
    {
        if (apiCalls == 0)
            return;
        if (asked.isEmpty() || asked.constLast().where != where)
            asked.append({.where = where, .apiCalls = 0});
        asked.last().apiCalls += apiCalls;
    }
};

namespace {

    constexpr qsizetype mostAnswers = 1000;

    //! The statement named what this user does not have: described anew, it may fit.
    bool isMisfit(const Error& error)
    {
        return error.code == "INVALID_FIELD"_L1 || error.code == "INVALID_TYPE"_L1;
    }

} // namespace

CallerLookup::CallerLookup(OrgSession& org, DescribeCache& describes, const Timing& timing,
                           QObject* parent)
    : QObject(parent), m_org(org), m_describes(describes), m_timing(timing)
{}

QFuture<Result<LookupAnswer>> CallerLookup::lookUp(const PhoneNumber& number,
                                                   const NumberRules& rules,
                                                   const QStringList& objects)
{
    if (!number.isLookupWorthy())
        return async::ready<LookupAnswer>(LookupAnswer{});
    const QString key = number.key() + u' ' + objects.join(u',');
    dropExpired();
    if (const auto kept = m_answers.constFind(key); kept != m_answers.cend())
        return async::ready<LookupAnswer>(LookupAnswer{
            .matches = kept->matches, .asked = {{.where = u"cache"_s, .apiCalls = 0}}});
    auto promise = std::make_shared<async::Promise<LookupAnswer>>();
    auto& question = m_running[key];
    const bool isFirst = !question;
    if (isFirst)
        question = std::make_shared<Question>(
            Question{.number = number, .rules = rules, .objects = objects, .key = key});
    question->waiting.push_back(promise);
    if (isFirst)
        start(QuestionPtr(question));
    return promise->future();
}

void CallerLookup::forgetAnswer(const PhoneNumber& number)
{
    const QString key = number.key() + u' ';
    m_answers.removeIf([&key](const auto& kept) { return kept.key().startsWith(key); });
}

QFuture<Result<LookupAnswer>> CallerLookup::lookUpExactly(const PhoneNumber& number,
                                                          const NumberRules& rules,
                                                          const QStringList& objects)
{
    if (!number.isLookupWorthy())
        return async::ready<LookupAnswer>(LookupAnswer{});
    auto promise = std::make_shared<async::Promise<LookupAnswer>>();
    auto question = std::make_shared<Question>(Question{.number = number,
                                                        .rules = rules,
                                                        .objects = objects,
                                                        .manner = Question::Manner::ExactOnly});
    question->waiting.push_back(promise);
    start(question);
    return promise->future();
}

void CallerLookup::start(const QuestionPtr& question)
{
    async::onReady(m_describes.shapes(question->objects), this,
                   [this, question](const Result<ShapesAnswer>& answer) {
                       if (!answer)
                           return finish(question, answer.error());
                       question->shapes = answer->shapes;
                       if (question->manner == Question::Manner::SearchFirst) {
                           question->count(u"sosl"_s, answer->apiCalls);
                           askSearch(question);
                       } else {
                           question->count(u"soql"_s, answer->apiCalls);
                           askExactly(question);
                       }
                   });
}

void CallerLookup::askSearch(const QuestionPtr& question)
{
    const QString sosl =
        phoneSearch(question->number, question->rules, question->objects, question->shapes);
    if (sosl.isEmpty())
        return finish(question, Error{Error::Kind::Forbidden, u"nothing may be searched"_s});
    question->count(u"sosl"_s, 1);
    const OrgRequest request{
        .path = u"search"_s, .query = {{u"q"_s, sosl}}, .timeout = m_timing.question};
    async::onReady(m_org.send(request), this,
                   [this, question](const Result<HttpReply>& reply) { onFound(question, reply); });
}

void CallerLookup::onFound(const QuestionPtr& question, const Result<HttpReply>& reply)
{
    const auto found = readReply(reply);
    if (!found && askAgain(question, found.error(), &CallerLookup::askSearch))
        return;
    if (!found && found.error().kind == Error::Kind::Rejected)
        return askExactly(question); // whatever the search engine disliked
    if (!found)
        return finish(question, found.error());
    const auto matches = withCreated(*question, (*found)["searchRecords"_L1].toArray());
    if (matches.isEmpty())
        askExactly(question);
    else
        finish(question, matches);
}

void CallerLookup::askExactly(const QuestionPtr& question)
{
    const auto body = exactQuestions(question->number, question->rules, question->objects,
                                     question->shapes, m_org.versionPath());
    if (body.isEmpty())
        return finish(question, Error{Error::Kind::Forbidden, u"nothing may be searched"_s});
    question->count(u"soql"_s, 1);
    const OrgRequest request{
        .method = "POST", .path = u"composite"_s, .body = body, .timeout = m_timing.question};
    async::onReady(m_org.send(request), this,
                   [this, question](const Result<HttpReply>& reply) { onExact(question, reply); });
}

void CallerLookup::onExact(const QuestionPtr& question, const Result<HttpReply>& reply)
{
    const auto composite = readReply(reply);
    if (!composite)
        return finish(question, composite.error());
    QJsonArray rows;
    std::optional<Error> refused;
    const auto parts = (*composite)["compositeResponse"_L1].toArray();
    for (const auto& part : parts) {
        const auto answer = readPart(*composite, part["referenceId"_L1].toString());
        if (!answer && askAgain(question, answer.error(), &CallerLookup::askExactly))
            return;
        if (!answer)
            refused = answer.error();
        const auto records = answer ? (*answer)["records"_L1].toArray() : QJsonArray();
        for (const auto& record : records)
            rows.append(record);
    }
    const auto matches = withCreated(*question, rows);
    // "Nobody" must be certain: on its strength a record is created.
    if (matches.isEmpty() && (refused || parts.isEmpty()))
        return finish(question,
                      refused.value_or(Error{Error::Kind::Malformed, u"empty composite"_s}));
    finish(question, matches);
}

bool CallerLookup::askAgain(const QuestionPtr& question, const Error& error,
                            void (CallerLookup::*ask)(const QuestionPtr&))
{
    if (!isMisfit(error) || question->refusals >= 2)
        return false;
    const bool isFirst = ++question->refusals == 1;
    if (!isFirst)
        m_describes.dropParents(question->objects);
    const auto shapes =
        isFirst ? m_describes.reread(question->objects) : m_describes.shapes(question->objects);
    async::onReady(shapes, this, [this, question, ask](const Result<ShapesAnswer>& answer) {
        if (!answer)
            return finish(question, answer.error());
        question->shapes = answer->shapes;
        if (!question->asked.isEmpty())
            question->count(question->asked.constLast().where, answer->apiCalls);
        (this->*ask)(question);
    });
    return true;
}

QList<CrmMatch> CallerLookup::withCreated(const Question& question, const QJsonArray& rows)
{
    auto matches =
        matchesOf(rows, question.number, question.rules, question.objects, m_org.instance());
    dropExpired();
    for (const auto& created : m_created) {
        const auto& phones = created.match.phones;
        const bool isHis =
            std::any_of(phones.cbegin(), phones.cend(), [&question](const QString& phone) {
                return question.number.matches(phone, question.rules);
            });
        const bool isKnown =
            std::any_of(matches.cbegin(), matches.cend(), [&created](const CrmMatch& one) {
                return one.record == created.match.record;
            });
        if (isHis && !isKnown && question.objects.contains(created.match.record.object))
            matches.append(created.match);
    }
    return matches;
}

void CallerLookup::finish(const QuestionPtr& question, const Result<QList<CrmMatch>>& matches)
{
    if (!question->key.isEmpty()) {
        if (m_running.value(question->key) == question)
            m_running.remove(question->key);
        else
            question->key.clear(); // forgotten meanwhile, as is its answer
    }
    if (matches && !question->key.isEmpty() && m_answers.size() < mostAnswers)
        m_answers.insert(question->key,
                         {.matches = *matches,
                          .until = QDeadlineTimer(matches->isEmpty() ? m_timing.emptyAnswer
                                                                     : m_timing.foundAnswer)});
    const auto answer = matches
        ? Result<LookupAnswer>(LookupAnswer{.matches = *matches, .asked = question->asked})
        : Result<LookupAnswer>(matches.error());
    for (const auto& promise : std::exchange(question->waiting, {}))
        promise->finish(answer);
}

void CallerLookup::noteCreated(const CrmMatch& match)
{
    dropExpired();
    m_created.push_back({.match = match, .until = QDeadlineTimer(m_timing.created)});
    m_answers.clear(); // some of them may say "nobody" of this one
}

void CallerLookup::forgetRecord(const RecordId& record)
{
    std::erase_if(m_created,
                  [&record](const Created& created) { return created.match.record == record; });
    m_answers.clear();
}

void CallerLookup::clear()
{
    m_answers.clear();
    m_created.clear();
    m_running.clear(); // they end all the same, but nothing of them is kept
}

void CallerLookup::dropExpired()
{
    m_answers.removeIf([](const auto& kept) { return kept.value().until.hasExpired(); });
    std::erase_if(m_created, [](const Created& created) { return created.until.hasExpired(); });
}

} // namespace companion::salesforce
