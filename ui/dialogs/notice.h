// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace companion {

class IconMark;

//! \brief A tinted strip that tells something where it belongs: a problem, a warning, a success.
//!
//! Hidden until it has something to tell; read out by screen readers when it appears.
class Notice : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Plain, Good, Warning, Problem };

    explicit Notice(QWidget* parent = nullptr);

    //! \p sentence may hold a server's words: shown as plain text, bounded.
    void tell(Tone tone, const QString& sentence, const QString& more = {});
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] Tone tone() const { return m_tone; }
    //! A button below the sentence; hidden and shown by the caller.
    QPushButton* addButton(const QString& label);
    //! Something below the sentence, above the buttons.
    void addContent(QWidget* content);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone = Tone::Plain;
    IconMark* m_icon;
    QLabel* m_sentence;
    QLabel* m_more;
    QLayout* m_column;
    QHBoxLayout* m_buttons;
};

} // namespace companion
