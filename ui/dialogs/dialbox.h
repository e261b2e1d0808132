// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QLineEdit;
class QListView;
class QPushButton;

namespace companion {

class DialSuggestionModel;
class Notice;

//! One person or line offered while one types.
struct DialSuggestion
{
    QString name;
    QString number = {};
    QString shown = {}; //!< the number as it may be seen; empty: as it is
    QString detail = {}; //!< account, company
    QString kind = {}; //!< "Contact", "Lead", "Account", "Colleague", "History"
    int matchStart = -1; //!< what to highlight in the name; -1: found here
    int matchLength = 0;
    bool doNotCall = false;

    friend bool operator==(const DialSuggestion&, const DialSuggestion&) = default;
};

//! \brief Type a name or a number, see who is meant, press Enter: calls. Empty, it redials.
//!
//! Where suggestions come from, and how long to wait before asking, is decided outside.
class DialBox : public QWidget
{
    Q_OBJECT

public:
    explicit DialBox(QWidget* parent = nullptr);

    [[nodiscard]] QString typed() const;
    void startWith(const QString& text); //!< as if pasted, and selected to be typed over
    //! Ignored unless \p forText is what stands in the box now.
    void setSuggestions(const QString& forText, const QList<DialSuggestion>& suggestions);
    //! Called again by Enter in the empty box; offered as its only suggestion.
    void setLastNumber(const QString& number, const QString& shown = {});
    //! Numbers called lately, offered while the box is empty.
    void setRecent(const QList<DialSuggestion>& recent);
    void showError(const QString& sentence);

Q_SIGNALS:
    void textChanged(const QString& text);
    void dialRequested(const QString& number);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void onEdited();
    void showRecent();
    void select(int row);
    void move(int rows);
    void dial();
    void updateList();
    void updateButton();

    QString m_lastNumber;
    QString m_lastShown;
    bool m_hasMoved = false; //!< since the text was edited
    QList<DialSuggestion> m_recent;
    QLineEdit* m_edit;
    DialSuggestionModel* m_model;
    QListView* m_list;
    QWidget* m_hint = nullptr;
    Notice* m_notice;
    QPushButton* m_call;
};

} // namespace companion
