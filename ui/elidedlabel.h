// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace companion {

//! \brief One line (or up to a few) of plain text that ends in “…” where the room ends.
//!
//! What is left out is in the tooltip. The text may come from strangers: it is cleaned
//! (text::composed) and never read as markup.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    void setLines(int lines); //!< 1, unless the text may wrap
    void setAlignment(Qt::Alignment alignment); //!< leading or trailing, mirrored

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return m_lines > 1; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QStringList wrapped(int width) const;

    QString m_text;
    int m_lines = 1;
    Qt::Alignment m_alignment = Qt::AlignLeading | Qt::AlignVCenter;
};

} // namespace companion
