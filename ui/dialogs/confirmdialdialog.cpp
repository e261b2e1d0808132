// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/confirmdialdialog.h"

#include "app/core/numbertext.h"
#include "ui/dialogs/iconmark.h"
#include "ui/dialogs/notice.h"
#include "ui/text/calltext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qint64 keysCountAfter = 400; // ms

    //! Of a code for the phone system each sign counts.
    QString readable(const DialRequest& request, const text::NumberLook& look)
    {
        return isFeatureCode(request) && !look.isMasked ? request.number
                                                        : text::shownNumber(request.number, look);
    }

    //! Whether what was written says more than the number that is asked about.
    bool saysMore(const DialRequest& request)
    {
        using namespace numbertext;
        return !request.original.isEmpty()
            && (!request.isPlain || digitsOf(plain(request.original)) != digitsOf(request.number));
    }

} // namespace

ConfirmDialDialog::ConfirmDialDialog(const DialRequest& request, bool isDoNotCall,
                                     const text::NumberLook& look, QWidget* parent)
    : QDialog(parent)
    , m_call(new QPushButton(isDoNotCall ? tr("&Call anyway") : tr("&Call"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(tr("Call this number?"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(6), spacing(5), spacing(6), spacing(5));
    column->setSpacing(spacing(4));
    column->setSizeConstraint(QLayout::SetFixedSize);

    const QString number = text::isolated(readable(request, look), 60);
    auto* question = new QLabel(tr("Call %1?").arg(number), this);
    question->setObjectName(u"question"_s);
    question->setTextFormat(Qt::PlainText);
    setTextRole(question, TextRole::Headline);
    auto* asWritten =
        new QLabel(tr("The link says: %1").arg(text::isolated(request.original, 120)), this);
    asWritten->setObjectName(u"asWritten"_s);
    asWritten->setTextFormat(Qt::PlainText);
    asWritten->setWordWrap(true);
    asWritten->setForegroundRole(QPalette::PlaceholderText);
    asWritten->setMinimumWidth(spacing(80));
    asWritten->setVisible(!look.isMasked && saysMore(request));
    auto* extension = new QLabel(this);
    extension->setObjectName(u"extension"_s);
    extension->setTextFormat(Qt::PlainText);
    extension->setWordWrap(true);
    extension->setMinimumWidth(spacing(80));
    extension->setVisible(!request.suffix.isEmpty());
    if (!request.suffix.isEmpty())
        extension->setText(text::extensionHint(request.suffix));
    auto* lines = new QVBoxLayout;
    lines->setSpacing(spacing(1));
    lines->addWidget(question);
    lines->addWidget(extension);
    lines->addWidget(asWritten);
    column->addLayout(lines);

    auto* warning = new Notice(this);
    warning->setObjectName(u"warning"_s);
    warning->setMinimumWidth(spacing(80));
    column->addWidget(warning);
    if (isDoNotCall)
        warning->tell(Notice::Tone::Problem, tr("This person asked not to be called."),
                      tr("Salesforce marks the record “Do Not Call”."));
    else if (isFeatureCode(request))
        warning->tell(Notice::Tone::Problem, tr("This is a code for the phone system."),
                      tr("Such codes can forward your calls or hide your number. Call it only if "
                         "you expected it."));
    else if (!request.isPlain)
        warning->tell(Notice::Tone::Warning,
                      tr("The number was written with letters or unusual signs. Check it first."));

    m_call->setObjectName(u"call"_s);
    m_cancel->setObjectName(u"cancel"_s);
    const bool isDangerous = isDoNotCall || isFeatureCode(request);
    setButtonKind(m_call, isDangerous ? ButtonKind::Danger : ButtonKind::Primary);
    m_call->setIcon(icon(u"phone"_s, isDangerous ? IconTint::OnDanger : IconTint::OnAccent));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(2));
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_call);
    column->addLayout(buttons);
    auto* usual = isDangerous ? m_cancel : m_call;
    usual->setDefault(true);
    usual->setFocus();
    setAccessibleDescription(question->text());
    for (auto* button : {m_call, m_cancel})
        button->installEventFilter(this);
    connect(m_cancel, &QPushButton::clicked, this, &ConfirmDialDialog::reject);
    connect(m_call, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT confirmed();
    });
}

void ConfirmDialDialog::showEvent(QShowEvent* event)
{
    m_shown.start();
    QDialog::showEvent(event);
}

bool ConfirmDialDialog::isTooEarly() const
{
    return !m_shown.isValid() || m_shown.elapsed() < keysCountAfter;
}

void ConfirmDialDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape && isTooEarly())
        return event->accept();
    QDialog::keyPressEvent(event);
}

bool ConfirmDialDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (!isTooEarly())
        return QDialog::eventFilter(watched, event);
    if (event->type() == QEvent::Shortcut)
        return true;
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        return key != Qt::Key_Escape && key != Qt::Key_Tab && key != Qt::Key_Backtab;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace companion
