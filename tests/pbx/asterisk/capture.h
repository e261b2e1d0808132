// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/calltracker.h"
#include "app/pbx/asterisk/switchboard.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace companion::test {

//! A line of a recording in tests/data/asterisk: a frame, or what was asked and answered.
struct CapturedLine
{
    QDateTime at;
    QString frame; //!< empty for a request
    QJsonObject request;
    QJsonValue answer;
};

inline QList<CapturedLine> readCapture(const QString& name)
{
    QFile file(QStringLiteral(COMPANION_TEST_DATA "/asterisk/%1.jsonl").arg(name));
    QList<CapturedLine> lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    while (!file.atEnd()) {
        const auto object = QJsonDocument::fromJson(file.readLine()).object();
        const auto at =
            QDateTime::fromString(object[QLatin1String("at")].toString(), Qt::ISODateWithMs);
        const auto frame = object[QLatin1String("frame")].toObject();
        const auto request = object[QLatin1String("request")].toObject();
        if (!frame.isEmpty())
            lines.append({at, QString::fromUtf8(QJsonDocument(frame).toJson()), {}, {}});
        else if (!request.isEmpty())
            lines.append({at,
                          {},
                          request,
                          object[QLatin1String("response")].toObject()[QLatin1String("body")]});
    }
    return lines;
}

//! \brief Plays a recording into switchboard and tracker and keeps what became of each call.
class Listener
{
public:
    explicit Listener(const QString& extension,
                      const QString& context = QStringLiteral("from-phone"))
        : tracker(extension)
    {
        board.setOwn(QStringLiteral("PJSIP/") + extension, context);
    }

    pbx::asterisk::Switchboard board;
    CallTracker tracker;
    QHash<CallId, QStringList> phases; //!< each one once, in order
    QStringList order; //!< calls by first sight
    //! What is answered to the question about this channel.
    std::function<pbx::asterisk::Answer(const QString&)> answerWith = [](const QString&) {
        return pbx::asterisk::Answer{};
    };
    bool isAnswering = true;

    void hear(const QString& frame, const QDateTime& at)
    {
        if (const auto event = pbx::asterisk::parseEvent(frame, at))
            take(board.take(*event));
        answerAll();
    }
    void hearAll(const QString& name)
    {
        const auto lines = readCapture(name);
        for (const auto& line : lines)
            if (!line.frame.isEmpty())
                hear(line.frame, line.at);
    }
    void answerAll()
    {
        if (!isAnswering)
            return;
        for (auto asked = board.takeQuestions(); !asked.isEmpty(); asked = board.takeQuestions())
            for (const auto& question : std::as_const(asked))
                take(board.answer(question.channel, answerWith(question.channel)));
    }
    void take(const QList<CallEvent>& events)
    {
        for (const auto& event : events)
            if (const auto change = tracker.apply(event))
                note(*change);
    }
    void note(const CallTransition& change)
    {
        auto& story = phases[change.call.id];
        if (story.isEmpty())
            order.append(change.call.id);
        const QString phase = toText(change.call.phase);
        if (story.isEmpty() || story.constLast() != phase)
            story.append(phase);
    }
    [[nodiscard]] Call call(qsizetype index = 0) const
    {
        return tracker.call(order.value(index)).value_or(Call{});
    }
    [[nodiscard]] QString story(qsizetype index = 0) const
    {
        return phases.value(order.value(index)).join(u' ');
    }
};

} // namespace companion::test
