// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/pbx/eventfeed.h"
#include "tests/sandbox/pbx/exchange.h"

#include <QJsonArray>
#include <QObject>
#include <QStringList>

#include <functional>
#include <list>
#include <optional>

class QTimer;

namespace companion::sandbox {

enum class Role { Own, Colleague, Third, Outside, Mobile };

//! \brief Who plays in a story.
struct Cast
{
    QString own = QStringLiteral("1001");
    QString colleague = QStringLiteral("1002");
    QString third = QStringLiteral("1003");
    QString outside = QStringLiteral("+14155551212");
    QString outsideName;
    QString mobile = QStringLiteral("+15550179");
    int count = 20; //!< of calls, in stories that take many
    FrameShape shape;

    //! \brief This cast with what \p changes names changed.
    [[nodiscard]] Cast changedBy(const QJsonObject& changes) const;
    [[nodiscard]] QString number(Role role) const;
};

//! \brief What a scene may act upon, and the calls that the story has made so far.
struct Stage
{
    Exchange& exchange;
    EventFeed& feed;
    Cast cast;
    QStringList calls;
    QStringList troubles; //!< what the exchange refused; a good story has none

    //! \brief Places a call as \p order says and counts it as the next one of the story.
    void place(CallOrder order);
    void note(const CallOutcome& outcome, const QString& deed);
    [[nodiscard]] QString channel(int call, Role role) const;
};

//! \brief Something that happens \p afterMs, as the calls' own clocks count it.
struct Scene
{
    int afterMs = 0;
    std::function<void(Stage&)> play;
};

struct Story
{
    QString name;
    QString tells;
    QList<Scene> scenes;
    QJsonObject shape; //!< what is changed about the frames, for FrameShape::changedBy()
};

//! \brief Plays the stories of storybook(), several at once if asked.
class StoryTeller : public QObject
{
    Q_OBJECT

public:
    StoryTeller(Exchange& exchange, EventFeed& feed, QObject* parent = nullptr);
    ~StoryTeller() override;

    //! \brief Plays the first scene at once and each other one \p stepMs after the one before; the
    //! calls of the first scene, or nothing for an unknown name.
    std::optional<QStringList> tell(const QString& name, const Cast& cast, int stepMs);
    void stop();
    [[nodiscard]] int runningCount() const;
    [[nodiscard]] QStringList troubles() const { return m_troubles; }
    [[nodiscard]] static QJsonArray titles();

Q_SIGNALS:
    void ended(const QString& name);

private:
    struct Performance;

    void playNext(Performance& performance);

    Exchange& m_exchange;
    EventFeed& m_feed;
    std::list<Performance> m_performances;
    QStringList m_troubles;
};

} // namespace companion::sandbox
