// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/async.h"
#include "app/net/httptransport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace companion::test {

//! \brief HttpTransport whose answers a test decides: at once by `answerWith`, or later by
//! answer().
class FakeHttpTransport : public HttpTransport
{
public:
    using Answer = std::optional<Result<HttpReply>>;

    //! Asked for each request; nothing, or no function: the request stays open.
    std::function<Answer(const HttpRequest&)> answerWith = {};
    QList<HttpRequest> requests = {}; //!< every one so far, in order

    QFuture<Result<HttpReply>> send(const HttpRequest& request) override
    {
        auto promise = std::make_shared<async::Promise<HttpReply>>();
        requests.append(request);
        m_promises.push_back(promise);
        if (const auto known = answerWith ? answerWith(request) : std::nullopt)
            QTimer::singleShot(0, [promise, outcome = *known] { promise->finish(outcome); });
        return promise->future();
    }

    void answer(qsizetype index, const Result<HttpReply>& outcome)
    {
        m_promises.at(static_cast<std::size_t>(index))->finish(outcome);
    }
    void answerLast(const Result<HttpReply>& outcome) { answer(requests.size() - 1, outcome); }
    [[nodiscard]] bool isOpen(qsizetype index) const
    {
        return !m_promises.at(static_cast<std::size_t>(index))->isFinished();
    }
    [[nodiscard]] bool isCancelled(qsizetype index) const
    {
        return m_promises.at(static_cast<std::size_t>(index))->future().isCanceled();
    }
    //! How many requests went to a path that ends so.
    [[nodiscard]] qsizetype countOf(const QString& pathEnd) const
    {
        return std::count_if(requests.cbegin(), requests.cend(), [&](const HttpRequest& request) {
            return request.url.path().endsWith(pathEnd);
        });
    }

    static HttpReply json(const QJsonObject& body, int status = 200)
    {
        return {.status = status,
                .headers = {{"Content-Type", "application/json;charset=UTF-8"}},
                .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
    }
    static HttpReply json(const QByteArray& body, int status = 200)
    {
        return {.status = status,
                .headers = {{"Content-Type", "application/json;charset=UTF-8"}},
                .body = body};
    }

private:
    std::vector<std::shared_ptr<async::Promise<HttpReply>>> m_promises;
};

} // namespace companion::test
