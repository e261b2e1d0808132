// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/recordsearch.h"

#include "app/salesforce/lookupquery.h"
#include "app/salesforce/matches.h"
#include "app/salesforce/replies.h"
#include "app/salesforce/soql.h"

#include <QFutureWatcher>
#include <QJsonArray>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace companion::salesforce {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr qint64 overlapSeconds = 60; // a slow transaction shows up after its own time stamp
    constexpr qsizetype fullPage = 2000; // rows, salesforce-api.md 3.1

    //! The server's clock when it answered.
    QDateTime serverTime(const HttpReply& reply)
    {
        auto text = QString::fromLatin1(reply.header("Date")).trimmed();
        text.chop(text.endsWith("GMT"_L1) ? 4 : 0);
        auto time = QLocale::c().toDateTime(text, u"ddd, dd MMM yyyy HH:mm:ss"_s);
        time.setTimeZone(QTimeZone::utc());
        return time;
    }

    QDateTime stampOf(const QJsonValue& row)
    {
        return QDateTime::fromString(row["SystemModstamp"_L1].toString(), Qt::ISODateWithMs);
    }

} // namespace

struct RecordSearch::News
{
    QDateTime since;
    QDateTime lastStamp = {};
    qsizetype rows = 0;
    RecordNews found = {};
    async::Promise<RecordNews> promise = {};
};

RecordSearch::RecordSearch(OrgSession& org, DescribeCache& describes, const Timing& timing,
                           QObject* parent)
    : QObject(parent), m_org(org), m_describes(describes), m_timing(timing)
{}

struct RecordSearch::Typed
{
    QString text;
    QStringList objects;
    bool isDescribedAnew = false;
    QFuture<Result<HttpReply>> reply = {};
    async::Promise<QList<CrmMatch>> promise = {};
};

QFuture<Result<QList<CrmMatch>>> RecordSearch::search(const QString& typed,
                                                      const QStringList& objects)
{
    auto question = std::make_shared<Typed>(Typed{.text = typed, .objects = objects});
    auto future = question->promise.future();
    auto* watcher = new QFutureWatcher<Result<QList<CrmMatch>>>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, [question] { question->reply.cancel(); });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
    async::onReady(
        m_describes.shapes(objects), this,
        [this, question](const Result<ShapesAnswer>& shapes) { askTyped(question, shapes); });
    return future;
}

void RecordSearch::askTyped(const TypedPtr& question, const Result<ShapesAnswer>& shapes)
{
    if (!shapes)
        return question->promise.finish(shapes.error());
    const QString sosl = typedSearch(question->text, question->objects, shapes->shapes);
    if (sosl.isEmpty() || question->promise.future().isCanceled())
        return question->promise.finish(QList<CrmMatch>{});
    question->reply =
        m_org.send({.path = u"search"_s, .query = {{u"q"_s, sosl}}, .timeout = m_timing.question});
    async::onReady(question->reply, this, [this, question](const Result<HttpReply>& found) {
        const auto json = readReply(found);
        if (json)
            return question->promise.finish(
                typedMatches((*json)["searchRecords"_L1].toArray(), m_org.instance()));
        const auto& code = json.error().code;
        const bool isMisfit = code == "INVALID_FIELD"_L1 || code == "INVALID_TYPE"_L1;
        if (!isMisfit || std::exchange(question->isDescribedAnew, true))
            return question->promise.finish(json.error());
        async::onReady(
            m_describes.reread(question->objects), this,
            [this, question](const Result<ShapesAnswer>& anew) { askTyped(question, anew); });
    });
}

QFuture<Result<CrmMatch>> RecordSearch::record(const RecordId& id)
{
    auto promise = std::make_shared<async::Promise<CrmMatch>>();
    async::onReady(
        m_describes.shapes({id.object}), this, [=, this](const Result<ShapesAnswer>& answer) {
            if (!answer)
                return promise->finish(answer.error());
            const QString soql = recordQuestion(id.object, {id.id}, answer->shapes);
            if (soql.isEmpty())
                return promise->finish(Error{Error::Kind::NotFound, u"no such record"_s});
            const OrgRequest request{
                .path = u"query"_s, .query = {{u"q"_s, soql}}, .timeout = m_timing.question};
            async::onReady(m_org.send(request), this, [=, this](const Result<HttpReply>& reply) {
                const auto json = readReply(reply);
                if (!json)
                    return promise->finish(json.error());
                const auto rows = (*json)["records"_L1].toArray();
                if (rows.isEmpty())
                    return promise->finish(Error{Error::Kind::NotFound, u"no such record"_s});
                promise->finish(toMatch(rows.first().toObject(), m_org.instance()));
            });
        });
    return promise->future();
}

QFuture<Result<RecordNews>> RecordSearch::changedSince(const QString& object,
                                                       const QDateTime& since)
{
    auto news = std::make_shared<News>(News{.since = since});
    const auto ask = [=, this](const Result<ShapesAnswer>& answer) {
        if (!answer)
            return news->promise.finish(answer.error());
        const QString soql = changesQuestion(object, since, answer->shapes);
        if (soql.isEmpty())
            return news->promise.finish(Error{Error::Kind::Forbidden, u"object is hidden"_s});
        // queryAll shows the deleted ones too, as long as they lie in the recycle bin.
        askNews(news,
                {.path = since.isValid() ? u"queryAll"_s : u"query"_s,
                 .query = {{u"q"_s, soql}},
                 .timeout = 60s});
    };
    async::onReady(m_describes.shapes({object}), this, ask);
    return news->promise.future();
}

void RecordSearch::askNews(const NewsPtr& news, const OrgRequest& request)
{
    async::onReady(m_org.send(request), this,
                   [this, news](const Result<HttpReply>& reply) { takeNews(news, reply); });
}

void RecordSearch::takeNews(const NewsPtr& news, const Result<HttpReply>& reply)
{
    const auto json = readReply(reply);
    if (!json)
        return news->promise.finish(json.error());
    auto& found = news->found;
    const auto rows = (*json)["records"_L1].toArray();
    for (const auto& row : rows) {
        const auto record = row.toObject();
        const auto match = toMatch(record, m_org.instance());
        news->lastStamp = stampOf(row);
        // A converted lead is nobody's entry any more; its contact is.
        if (record["IsDeleted"_L1].toBool() || record["IsConverted"_L1].toBool())
            found.removed.append(match.record.id);
        else
            found.changed.append(match);
    }
    news->rows += rows.size();
    const QString next = (*json)["nextRecordsUrl"_L1].toString();
    const bool isTied = news->lastStamp == news->since; // asking from there would bring the same
    if (!next.isEmpty() && next.startsWith(u'/') && (news->rows < fullPage || isTied))
        return askNews(news, {.path = next, .timeout = 60s});
    found.isCut = !next.isEmpty();
    found.until = news->lastStamp.isValid() ? news->lastStamp : news->since;
    if (const auto now = serverTime(*reply); !found.isCut && now.isValid())
        found.until = std::max(found.until, now.addSecs(-overlapSeconds));
    news->promise.finish(found);
}

} // namespace companion::salesforce
