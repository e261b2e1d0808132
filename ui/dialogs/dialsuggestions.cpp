// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/dialsuggestions.h"

#include "ui/text/calltext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    QString iconFor(const DialSuggestion& suggestion)
    {
        if (suggestion.doNotCall)
            return u"do-not-call"_s;
        if (suggestion.kind == "Lead"_L1)
            return u"lead"_s;
        if (suggestion.kind == "Account"_L1)
            return u"building"_s;
        if (suggestion.kind == "History"_L1)
            return u"history"_s;
        return suggestion.kind == "Colleague"_L1 ? u"people"_s : u"person"_s;
    }

    QString kindName(const DialSuggestion& suggestion)
    {
        if (suggestion.kind == "Colleague"_L1)
            return DialSuggestionModel::tr("Colleague");
        if (suggestion.kind == "History"_L1 || suggestion.kind.isEmpty())
            return {};
        return text::recordKind(suggestion.kind);
    }

    //! Account, kind and warning, as many as there are.
    QString secondLine(const DialSuggestion& suggestion)
    {
        QStringList parts;
        if (suggestion.doNotCall)
            parts.append(DialSuggestionModel::tr("Do not call"));
        for (const auto& part : {text::plain(suggestion.detail, 80), kindName(suggestion)})
            if (!part.isEmpty())
                parts.append(part);
        return parts.join(u" · "_s);
    }

    //! One line with a part of it in bold and accent; elided at its end.
    void drawHighlighted(QPainter* painter, const QRect& rect, const QString& line,
                         const MatchPlace& place, const QFont& font, const QColor& accent)
    {
        const QString shown = QFontMetrics(font).elidedText(line, Qt::ElideRight, rect.width());
        QTextLayout layout(shown, font);
        QTextOption option;
        option.setTextDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        option.setWrapMode(QTextOption::NoWrap);
        layout.setTextOption(option);
        if (place.length > 0 && place.start + place.length <= shown.size()) {
            QTextCharFormat strong;
            strong.setFontWeight(QFont::Bold);
            strong.setForeground(accent);
            layout.setFormats({{int(place.start), int(place.length), strong}});
        }
        layout.beginLayout();
        auto drawn = layout.createLine();
        drawn.setLineWidth(rect.width());
        layout.endLayout();
        const qreal spare = QGuiApplication::layoutDirection() == Qt::RightToLeft
            ? rect.width() - drawn.naturalTextWidth()
            : 0;
        const bool isTurned = shown.isRightToLeft(); // the layout itself aligns those to the right
        const qreal left =
            isTurned ? (spare > 0 ? 0 : drawn.naturalTextWidth() - rect.width()) : spare;
        layout.draw(painter, QPointF(rect.left() + left, rect.top()));
    }

} // namespace

void DialSuggestionModel::set(const QString& forText, const QList<DialSuggestion>& suggestions)
{
    beginResetModel();
    m_forText = forText;
    m_rows = suggestions;
    for (auto& row : m_rows) {
        row.name = text::plain(row.name, 120);
        row.number = text::plain(row.number, 60);
        row.shown = row.shown.isEmpty() ? row.number : text::plain(row.shown, 60);
    }
    endResetModel();
}

int DialSuggestionModel::rowOf(const DialSuggestion& suggestion) const
{
    const auto place = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const auto& row) {
        return row.name == suggestion.name && row.number == suggestion.number;
    });
    return place == m_rows.cend() ? -1 : int(place - m_rows.cbegin());
}

int DialSuggestionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant DialSuggestionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const auto& row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return row.name.isEmpty() ? row.shown : row.name;
    if (role == Qt::AccessibleTextRole) {
        QStringList said;
        for (const auto& part : {row.name, row.shown, secondLine(row)})
            if (!part.isEmpty())
                said.append(part);
        return said.join(u", "_s);
    }
    return {};
}

namespace {

    //! Without accents, one character for each: "gonz" is found in "González" where it stands.
    QString withoutAccents(const QString& text)
    {
        QString out = text.normalized(QString::NormalizationForm_C);
        if (out.size() != text.size())
            out = text;
        for (QChar& c : out)
            if (c.decompositionTag() == QChar::Canonical)
                c = c.decomposition().at(0);
        return out;
    }

} // namespace

MatchPlace placeInName(const QString& typed, const QString& shownName)
{
    const QString wanted = withoutAccents(typed.trimmed());
    if (wanted.isEmpty())
        return {};
    const QString name = withoutAccents(shownName);
    qsizetype anywhere = -1;
    for (auto at = name.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0;
         at = name.indexOf(wanted, at + 1, Qt::CaseInsensitive)) {
        if (at == 0 || !name.at(at - 1).isLetterOrNumber())
            return {at, wanted.size()};
        if (anywhere < 0)
            anywhere = at;
    }
    if (anywhere < 0)
        return {};
    return {anywhere, wanted.size()};
}

MatchPlace placeInNumber(const QString& typed, const QString& number)
{
    const auto digitsOf = [](const QString& text) {
        QString digits;
        for (const QChar c : text)
            if (c.isDigit())
                digits.append(QChar(u'0' + c.digitValue()));
        return digits;
    };
    const QString wanted = digitsOf(typed);
    const auto found = wanted.isEmpty() ? -1 : digitsOf(number).indexOf(wanted);
    if (found < 0)
        return {};
    qsizetype digit = -1;
    qsizetype start = -1;
    for (qsizetype i = 0; i < number.size(); ++i) {
        if (!number.at(i).isDigit())
            continue;
        ++digit;
        if (digit == found)
            start = i;
        if (digit == found + wanted.size() - 1)
            return {start, i - start + 1};
    }
    return {};
}

DialSuggestionDelegate::DialSuggestionDelegate(const DialSuggestionModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model)
{}

QSize DialSuggestionDelegate::sizeHint(const QStyleOptionViewItem& option,
                                       const QModelIndex& index) const
{
    Q_UNUSED(index)
    const int height = QFontMetrics(textFont(TextRole::Body)).height()
        + QFontMetrics(textFont(TextRole::Caption)).height() + spacing(3);
    return {option.rect.width(), height};
}

void DialSuggestionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const
{
    const auto& row = m_model.at(index.row());
    const auto& c = colours();
    const bool isCurrent = option.state & QStyle::State_Selected;
    painter->save();
    if (isCurrent || (option.state & QStyle::State_MouseOver)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(isCurrent ? c.accentTint : c.sunken);
        painter->drawRoundedRect(option.rect.adjusted(spacing(1), 1, -spacing(1), -1), 6, 6);
    }
    const auto mirrored = [&option](const QRect& rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    QRect inner = option.rect.adjusted(spacing(3), spacing(1) + 2, -spacing(3), -spacing(1));
    const QRect mark(inner.left(), inner.center().y() - iconSize() / 2, iconSize(), iconSize());
    icon(iconFor(row), row.doNotCall ? IconTint::Danger : IconTint::Muted)
        .paint(painter, mirrored(mark));
    inner.setLeft(mark.right() + spacing(3));

    const QFont body = textFont(TextRole::Body);
    const QFont caption = textFont(TextRole::Caption);
    const bool hasName = !row.name.isEmpty() && row.name != row.shown;
    const int half = QFontMetrics(body).height();
    const int numberWidth = hasName
        ? std::min(QFontMetrics(body).horizontalAdvance(row.shown) + spacing(2), inner.width() / 2)
        : 0;
    QRect nameRect(inner.left(), inner.top(), inner.width() - numberWidth, half);
    const QRect numberRect(nameRect.right(), inner.top(), numberWidth, half);
    const auto& typed = m_model.forText();
    MatchPlace inName{row.matchStart, row.matchLength};
    if (row.matchStart < 0)
        inName = hasName ? placeInName(typed, row.name) : placeInNumber(typed, row.shown);
    const QString second = secondLine(row);
    if (second.isEmpty())
        nameRect.moveTop(inner.center().y() - half / 2);
    painter->setPen(c.text);
    drawHighlighted(painter, mirrored(nameRect), hasName ? row.name : row.shown, inName, body,
                    c.accent);
    if (hasName) {
        painter->setPen(c.muted);
        drawHighlighted(painter, mirrored(numberRect), row.shown,
                        inName.length > 0 ? MatchPlace{} : placeInNumber(typed, row.shown), body,
                        c.accent);
    }
    const QRect secondRect(inner.left(), inner.top() + half, inner.width(),
                           QFontMetrics(caption).height());
    painter->setFont(caption);
    painter->setPen(row.doNotCall ? c.danger : c.muted);
    painter->drawText(
        mirrored(secondRect),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        QFontMetrics(caption).elidedText(second, Qt::ElideRight, secondRect.width()));
    painter->restore();
}

} // namespace companion
