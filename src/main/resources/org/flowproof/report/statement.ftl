\begin{fpclaim}{[=title]}\label{[=label]}
[=setting][#if hypotheses?has_content], suppose that
[#list hypotheses as h]
\begin{equation*}
[=h.display]\tag{\textit{[=h.name]}}
\end{equation*}
[/#list]
Then[/#if][#if quantifiers?has_content], [=quantifiers][/#if][#if always],[#else]
\begin{equation*}
[=range]\tag{\textit{range}}
\end{equation*}
it holds that[/#if]
\begin{equation*}
[=conclusion]
\end{equation*}
[#if where?has_content]
where
[#list where as line]
\begin{equation*}
[=line]
\end{equation*}
[/#list]
[/#if]
\end{fpclaim}
