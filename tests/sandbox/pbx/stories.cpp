// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/stories.h"

#include "tests/sandbox/pbx/storybook.h"

#include <QTimer>

#include <algorithm>
#include <memory>
#include <utility>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

struct StoryTeller::Performance
{
    Story story;
    Stage stage;
    int stepMs = 0;
    int next = 0;
    std::unique_ptr<QTimer> timer;
};

Cast Cast::changedBy(const QJsonObject& changes) const
{
    auto cast = *this;
    const auto take = [&](const QString& key, QString Cast::*member) {
        if (changes.value(key).isString())
            cast.*member = changes.value(key).toString();
    };
    take(u"extension"_s, &Cast::own);
    take(u"colleague"_s, &Cast::colleague);
    take(u"third"_s, &Cast::third);
    take(u"number"_s, &Cast::outside);
    take(u"name"_s, &Cast::outsideName);
    take(u"mobile"_s, &Cast::mobile);
    cast.count = changes.value("count"_L1).toInt(count);
    cast.shape = shape.changedBy(changes.value("shape"_L1).toObject());
    return cast;
}

QString Cast::number(Role role) const
{
    switch (role) {
    case Role::Own:
        return own;
    case Role::Colleague:
        return colleague;
    case Role::Third:
        return third;
    case Role::Outside:
        return outside;
    case Role::Mobile:
        return mobile;
    }
    return {};
}

void Stage::place(CallOrder order)
{
    order.shape = cast.shape;
    const auto outcome = exchange.place(order);
    note(outcome, u"place"_s);
    calls.append(outcome.callId);
}

void Stage::note(const CallOutcome& outcome, const QString& deed)
{
    if (outcome.code != 0)
        troubles.append(u"%1: %2"_s.arg(deed).arg(outcome.code));
}

QString Stage::channel(int call, Role role) const
{
    const bool isOutside = role == Role::Outside;
    return exchange.channelOf(calls.value(call), isOutside ? QString() : cast.number(role));
}

StoryTeller::StoryTeller(Exchange& exchange, EventFeed& feed, QObject* parent)
    : QObject(parent), m_exchange(exchange), m_feed(feed)
{}

StoryTeller::~StoryTeller() = default;

std::optional<QStringList> StoryTeller::tell(const QString& name, const Cast& cast, int stepMs)
{
    const auto book = storybook();
    const auto found = std::find_if(book.cbegin(), book.cend(),
                                    [&](const Story& story) { return story.name == name; });
    if (found == book.cend())
        return std::nullopt;
    auto& performance = m_performances.emplace_back(
        Performance{*found, Stage{m_exchange, m_feed, cast, {}, {}}, stepMs, 0, nullptr});
    performance.stage.cast.shape = cast.shape.changedBy(found->shape);
    performance.timer = std::make_unique<QTimer>();
    performance.timer->setSingleShot(true);
    connect(performance.timer.get(), &QTimer::timeout, this,
            [this, &performance] { playNext(performance); });
    performance.story.scenes[performance.next++].play(performance.stage);
    performance.timer->start(stepMs);
    return performance.stage.calls;
}

void StoryTeller::playNext(Performance& performance)
{
    if (performance.next < performance.story.scenes.size()) {
        const auto& scene = performance.story.scenes[performance.next++];
        // The story takes its own time, however fast it is told.
        const int ahead = std::max(0, scene.afterMs - performance.stepMs);
        for (const auto& call : std::as_const(performance.stage.calls))
            m_exchange.advanceClock(call, ahead);
        scene.play(performance.stage);
        performance.timer->start(performance.stepMs);
        return;
    }
    const auto name = performance.story.name;
    for (const auto& trouble : std::as_const(performance.stage.troubles))
        m_troubles.append(QString(name + u": "_s + trouble));
    // The timer is in the middle of telling us, so it cannot go with the performance.
    performance.timer.release()->deleteLater();
    m_performances.remove_if([&](const Performance& other) { return &other == &performance; });
    Q_EMIT ended(name);
}

void StoryTeller::stop()
{
    m_performances.clear();
    m_troubles.clear();
    m_feed.release(EventFeed::Order::AsHappened);
}

int StoryTeller::runningCount() const
{
    return int(m_performances.size());
}

QJsonArray StoryTeller::titles()
{
    QJsonArray titles;
    const auto book = storybook();
    for (const auto& story : book)
        titles.append(QJsonObject{{u"name"_s, story.name}, {u"tells"_s, story.tells}});
    return titles;
}

} // namespace companion::sandbox
