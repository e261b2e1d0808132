// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/elidedlabel.h"

#include "ui/text/plaintext.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace companion {

ElidedLabel::ElidedLabel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setForegroundRole(QPalette::WindowText);
}

void ElidedLabel::setText(const QString& text)
{
    const QString clean = text::composed(text);
    if (clean == m_text)
        return;
    m_text = clean;
    setAccessibleName(text::plain(clean, 1000));
    updateGeometry();
    update();
}

void ElidedLabel::setLines(int lines)
{
    m_lines = lines;
    QSizePolicy policy(QSizePolicy::Expanding,
                       lines > 1 ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    policy.setHeightForWidth(lines > 1);
    setSizePolicy(policy);
    updateGeometry();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const auto metrics = fontMetrics();
    return {qMin(metrics.horizontalAdvance(m_text) + 1, metrics.averageCharWidth() * 60),
            metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 3, fontMetrics().height()};
}

int ElidedLabel::heightForWidth(int width) const
{
    return fontMetrics().height() * qMax(1, int(wrapped(width).size()));
}

QStringList ElidedLabel::wrapped(int width) const
{
    const auto metrics = fontMetrics();
    if (m_lines <= 1)
        return {metrics.elidedText(m_text, Qt::ElideRight, width)};
    QStringList lines;
    QTextLayout layout(m_text, font());
    layout.beginLayout();
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const bool isLast = lines.size() == m_lines - 1;
        lines.append(isLast
                         ? metrics.elidedText(m_text.mid(line.textStart()), Qt::ElideRight, width)
                         : m_text.mid(line.textStart(), line.textLength()).trimmed());
        if (isLast)
            break;
    }
    layout.endLayout();
    return lines;
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const auto lines = wrapped(width());
    const int step = fontMetrics().height();
    int top = lines.size() == 1 ? (height() - step) / 2 : 0;
    for (const auto& line : lines) {
        // A right-to-left name keeps its own direction, but starts where the card's lines start.
        const auto side = QStyle::visualAlignment(layoutDirection(), m_alignment);
        painter.setLayoutDirection(line.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter.drawText(QRect(0, top, width(), step),
                         int(side | Qt::AlignAbsolute) | Qt::TextSingleLine, line);
        top += step;
    }
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const auto shown = wrapped(width());
        const bool isWhole = m_lines <= 1
            ? shown.value(0) == m_text
            : fontMetrics().horizontalAdvance(m_text) <= width() * shown.size();
        if (!isWhole) {
            setToolTip(text::toolTip(m_text));
            const bool handled = QWidget::event(event);
            setToolTip({});
            return handled;
        }
    }
    return QWidget::event(event);
}

} // namespace companion
