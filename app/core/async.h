// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <concepts>
#include <functional>

namespace companion::async {

//! \brief Call \p handler exactly once with the outcome of \p future, unless \p context dies first.
//!
//! A cancelled or abandoned future arrives as Error::Kind::Cancelled. The handler never runs before
//! onReady() has returned. QFuture::then(context, …) gives none of this in Qt 6.4: it asserts when
//! the context is gone, and a second then() on the same future replaces the first.
template <typename T, std::invocable<const Result<T>&> Handler>
void onReady(const QFuture<Result<T>>& future, QObject* context, Handler&& handler)
{
    auto* watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handle = std::forward<Handler>(handler)]() mutable {
                         watcher->deleteLater();
                         const auto done = watcher->future();
                         if (done.isCanceled() || done.resultCount() == 0)
                             std::invoke(handle, Result<T>(Error{Error::Kind::Cancelled, {}}));
                         else
                             std::invoke(handle, done.result());
                     });
    watcher->setFuture(future);
}

//! A future that has its outcome already.
template <typename T>
QFuture<Result<T>> ready(Result<T> outcome)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(outcome));
    promise.finish();
    return promise.future();
}

//! \brief A promise that ends exactly once, whatever happens to its owner.
//!
//! The first finish() counts and later ones are ignored; a promise that is dropped unfinished ends
//! its future as cancelled.
template <typename T>
class Promise
{
public:
    Promise() { m_promise.start(); }
    [[nodiscard]] QFuture<Result<T>> future() const { return m_promise.future(); }
    [[nodiscard]] bool isFinished() const { return m_finished; }
    void finish(Result<T> outcome)
    {
        if (m_finished)
            return;
        m_finished = true;
        m_promise.addResult(std::move(outcome));
        m_promise.finish();
    }

private:
    QPromise<Result<T>> m_promise;
    bool m_finished = false;
};

} // namespace companion::async
