// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/journaltemplate.h"

#include <optional>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

const QStringList& JournalTemplate::variables()
{
    static const QStringList names{
        u"Time"_s,         u"Call_Log_Status"_s, u"Call_From"_s,
        u"Call_To"_s,      u"Talk_Duration"_s,   u"Direction"_s,
        u"Extension"_s,    u"Ring_Duration"_s,   u"Call_Duration"_s,
        u"DID"_s,          u"Queue"_s,           u"Recording"_s,
        u"Contact_Name"_s, u"Call_ID"_s,         u"Note"_s,
        u"Outcome"_s,
    };
    return names;
}

//! Reads one template from left to right; nested conditions by recursion, at most 32 deep.
class JournalTemplate::Parser
{
public:
    explicit Parser(const QString& text) : m_text(text) {}

    Result<QList<Node>> parseAll()
    {
        auto nodes = parseUntil(Stop::AtEnd);
        if (m_error)
            return *m_error;
        return nodes;
    }

private:
    enum class Stop { AtEnd, AtElseOrEnd, AtBlockEnd };

    QList<Node> parseUntil(Stop stop)
    {
        QList<Node> nodes;
        while (!m_error) {
            const auto open = m_text.indexOf("{{"_L1, m_at);
            addText(nodes, m_text.mid(m_at, open < 0 ? -1 : open - m_at), open);
            if (open < 0) {
                if (stop != Stop::AtEnd)
                    fail(m_ifAt, u"this {{if}} has no {{end}}"_s);
                break;
            }
            const QString action = readAction(open);
            if (m_error)
                break;
            if (action == "end"_L1 || action == "else"_L1) {
                m_lastAction = action;
                if (stop == Stop::AtEnd || (action == "else"_L1 && stop == Stop::AtBlockEnd))
                    fail(open, "{{"_L1 + action + "}} without {{if}}"_L1);
                break;
            }
            nodes.append(parseAction(action, open));
        }
        return nodes;
    }

    void addText(QList<Node>& nodes, QString text, qsizetype open)
    {
        if (m_trimNext) {
            while (!text.isEmpty() && text.front().isSpace())
                text.remove(0, 1);
            m_trimNext = false;
        }
        if (open >= 0 && m_text.mid(open + 2, 2) == "- "_L1)
            while (!text.isEmpty() && text.back().isSpace())
                text.chop(1);
        if (!text.isEmpty())
            nodes.append({.kind = Node::Kind::Text, .text = text});
    }

    QString readAction(qsizetype open)
    {
        const auto close = m_text.indexOf("}}"_L1, open + 2);
        if (close < 0) {
            fail(open, u"this {{ has no }}"_s);
            return {};
        }
        QString action = m_text.mid(open + 2, close - open - 2);
        m_at = close + 2;
        if (action.startsWith("- "_L1))
            action.remove(0, 2);
        if (action.endsWith(" -"_L1)) {
            action.chop(2);
            m_trimNext = true;
        }
        return action.trimmed();
    }

    Node parseAction(const QString& action, qsizetype open)
    {
        if (action.startsWith(u'.'))
            return {.kind = Node::Kind::Variable, .text = variable(action, open)};
        if (action.startsWith("if "_L1) || action.startsWith("if\t"_L1))
            return parseCondition(action.mid(3).trimmed(), open);
        fail(open, u"only {{.Name}}, {{if .Name}}, {{else}} and {{end}} are understood"_s);
        return {};
    }

    Node parseCondition(const QString& subject, qsizetype open)
    {
        Node node{.kind = Node::Kind::Condition, .text = variable(subject, open)};
        if (++m_depth > 32)
            fail(open, u"conditions are nested too deep"_s);
        const auto outer = std::exchange(m_ifAt, open);
        node.then = parseUntil(Stop::AtElseOrEnd);
        if (!m_error && m_lastAction == "else"_L1)
            node.otherwise = parseUntil(Stop::AtBlockEnd);
        m_ifAt = outer;
        --m_depth;
        return node;
    }

    QString variable(const QString& dotted, qsizetype at)
    {
        QString name = dotted.mid(1);
        if (!dotted.startsWith(u'.') || !variables().contains(name))
            fail(at, u"there is no variable %1"_s.arg(dotted.left(40)));
        return name;
    }

    void fail(qsizetype at, const QString& why)
    {
        if (m_error)
            return;
        const auto before = QStringView(m_text).left(at);
        const auto line = before.count(u'\n') + 1;
        const auto column = at - (before.lastIndexOf(u'\n') + 1) + 1;
        m_error = Error{Error::Kind::Rejected,
                        u"line %1, column %2: %3"_s.arg(line).arg(column).arg(why)};
    }

    const QString& m_text;
    qsizetype m_at = 0;
    qsizetype m_ifAt = 0;
    int m_depth = 0;
    bool m_trimNext = false;
    QString m_lastAction;
    std::optional<Error> m_error;
};

Result<JournalTemplate> JournalTemplate::parse(const QString& text)
{
    auto nodes = Parser(text).parseAll();
    if (!nodes)
        return nodes.error();
    JournalTemplate parsed;
    parsed.m_nodes = *nodes;
    return parsed;
}

QString JournalTemplate::render(const QHash<QString, QString>& values) const
{
    QString out;
    renderInto(out, m_nodes, values);
    return out;
}

void JournalTemplate::renderInto(QString& out, const QList<Node>& nodes,
                                 const QHash<QString, QString>& values)
{
    for (const auto& node : nodes) {
        switch (node.kind) {
        case Node::Kind::Text:
            out += node.text;
            break;
        case Node::Kind::Variable:
            out += values.value(node.text);
            break;
        case Node::Kind::Condition:
            renderInto(out, values.value(node.text).isEmpty() ? node.otherwise : node.then, values);
            break;
        }
    }
}

} // namespace companion
