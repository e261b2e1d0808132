// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/async.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace companion::test {

//! \brief Answers that a test can delay, drop, or turn into errors; one queue for each question.
//!
//! Ordinarily a question is answered in the next turn of the event loop, with what its work says.
template <typename Question>
class FakeAnswers
{
public:
    //! What goes wrong with a question: it never gets there, or its answer never comes back.
    struct Fault
    {
        Error error = {Error::Kind::Offline, QStringLiteral("no network")};
        enum class Where { OnTheWayThere, OnTheWayBack } where = Where::OnTheWayThere;
    };

    [[nodiscard]] int count(Question question) const { return m_counts.value(question); }
    [[nodiscard]] int open(Question question) const
    {
        return static_cast<int>(m_open.value(question).size());
    }
    //! From now on these wait for answer(), fail() or drop().
    void hold(Question question) { m_held.insert(question); }
    void release(Question question)
    {
        m_held.remove(question);
        while (open(question) > 0)
            answer(question);
    }
    //! The oldest open one.
    void answer(Question question) { take(question).answer(); }
    void fail(Question question, const Error& error) { take(question).fail(error); }
    void drop(Question question) { take(question); }
    void failNext(Question question, const Fault& fault, int times = 1)
    {
        for (int i = 0; i < times; ++i)
            m_faults[question].append(fault);
    }
    void failNext(Question question, Error::Kind kind, int times = 1)
    {
        failNext(question, Fault{.error = {kind, QStringLiteral("as the test wishes")}}, times);
    }
    void forgetFaults() { m_faults.clear(); }

    template <typename T>
    QFuture<Result<T>> ask(QObject* context, Question question,
                           const std::function<Result<T>()>& work)
    {
        ++m_counts[question];
        std::optional<Fault> fault;
        if (auto& faults = m_faults[question]; !faults.isEmpty())
            fault = faults.takeFirst();
        std::optional<Result<T>> outcome;
        if (!fault || fault->where == Fault::Where::OnTheWayBack)
            outcome = work();
        if (fault)
            outcome = Result<T>(fault->error);
        auto promise = std::make_shared<async::Promise<T>>();
        Open open{.answer = [promise, outcome] { promise->finish(*outcome); },
                  .fail =
                      [promise](const Error& error) {
                          promise->finish(error);
                      }};
        if (m_held.contains(question))
            m_open[question].append(std::move(open));
        else
            QTimer::singleShot(0, context, open.answer);
        return promise->future();
    }

private:
    struct Open
    {
        std::function<void()> answer;
        std::function<void(const Error&)> fail;
    };
    Open take(Question question)
    {
        Q_ASSERT(open(question) > 0);
        return m_open[question].takeFirst();
    }

    QHash<Question, int> m_counts;
    QHash<Question, QList<Open>> m_open;
    QHash<Question, QList<Fault>> m_faults;
    QSet<Question> m_held;
};

} // namespace companion::test
