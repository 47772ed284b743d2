var e=Object.create,t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.getPrototypeOf,a=Object.prototype.hasOwnProperty,o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),s=(e,n)=>{let r={};for(var i in e)t(r,i,{get:e[i],enumerable:!0});return n||t(r,Symbol.toStringTag,{value:`Module`}),r},c=(e,i,o,s)=>{if(i&&typeof i==`object`||typeof i==`function`)for(var c=r(i),l=0,u=c.length,d;l<u;l++)d=c[l],!a.call(e,d)&&d!==o&&t(e,d,{get:(e=>i[e]).bind(null,d),enumerable:!(s=n(i,d))||s.enumerable});return e},l=(n,r,o)=>(o=n==null?{}:e(i(n)),c(r||!n||!n.__esModule||!a.call(n,`default`)?t(o,`default`,{value:n,enumerable:!0}):o,n)),u=o((e=>{var t=Symbol.for(`react.transitional.element`),n=Symbol.for(`react.portal`),r=Symbol.for(`react.fragment`),i=Symbol.for(`react.strict_mode`),a=Symbol.for(`react.profiler`),o=Symbol.for(`react.consumer`),s=Symbol.for(`react.context`),c=Symbol.for(`react.forward_ref`),l=Symbol.for(`react.suspense`),u=Symbol.for(`react.memo`),d=Symbol.for(`react.lazy`),f=Symbol.for(`react.activity`),p=Symbol.for(`react.view_transition`),m=Symbol.iterator;function h(e){return typeof e!=`object`||!e?null:(e=m&&e[m]||e[`@@iterator`],typeof e==`function`?e:null)}var g={isMounted:function(){return!1},enqueueForceUpdate:function(){},enqueueReplaceState:function(){},enqueueSetState:function(){}},_=Object.assign,v={};function y(e,t,n){this.props=e,this.context=t,this.refs=v,this.updater=n||g}y.prototype.isReactComponent={},y.prototype.setState=function(e,t){if(typeof e!=`object`&&typeof e!=`function`&&e!=null)throw Error(`takes an object of state variables to update or a function which returns an object of state variables.`);this.updater.enqueueSetState(this,e,t,`setState`)},y.prototype.forceUpdate=function(e){this.updater.enqueueForceUpdate(this,e,`forceUpdate`)};function b(){}b.prototype=y.prototype;function x(e,t,n){this.props=e,this.context=t,this.refs=v,this.updater=n||g}var S=x.prototype=new b;S.constructor=x,_(S,y.prototype),S.isPureReactComponent=!0;var C=Array.isArray;function w(){}var T={H:null,A:null,T:null,S:null},E=Object.prototype.hasOwnProperty;function D(e,n,r){var i=r.ref;return{$$typeof:t,type:e,key:n,ref:i===void 0?null:i,props:r}}function O(e,t){return D(e.type,t,e.props)}function k(e){return typeof e==`object`&&!!e&&e.$$typeof===t}function A(e){var t={"=":`=0`,":":`=2`};return`$`+e.replace(/[=:]/g,function(e){return t[e]})}var j=/\/+/g;function M(e,t){return typeof e==`object`&&e&&e.key!=null?A(``+e.key):t.toString(36)}function N(e){switch(e.status){case`fulfilled`:return e.value;case`rejected`:throw e.reason;default:switch(typeof e.status==`string`?e.then(w,w):(e.status=`pending`,e.then(function(t){e.status===`pending`&&(e.status=`fulfilled`,e.value=t)},function(t){e.status===`pending`&&(e.status=`rejected`,e.reason=t)})),e.status){case`fulfilled`:return e.value;case`rejected`:throw e.reason}}throw e}function P(e,r,i,a,o){var s=typeof e;(s===`undefined`||s===`boolean`)&&(e=null);var c=!1;if(e===null)c=!0;else switch(s){case`bigint`:case`string`:case`number`:c=!0;break;case`object`:switch(e.$$typeof){case t:case n:c=!0;break;case d:return c=e._init,P(c(e._payload),r,i,a,o)}}if(c)return o=o(e),c=a===``?`.`+M(e,0):a,C(o)?(i=``,c!=null&&(i=c.replace(j,`$&/`)+`/`),P(o,r,i,``,function(e){return e})):o!=null&&(k(o)&&(o=O(o,i+(o.key==null||e&&e.key===o.key?``:(``+o.key).replace(j,`$&/`)+`/`)+c)),r.push(o)),1;c=0;var l=a===``?`.`:a+`:`;if(C(e))for(var u=0;u<e.length;u++)a=e[u],s=l+M(a,u),c+=P(a,r,i,s,o);else if(u=h(e),typeof u==`function`)for(e=u.call(e),u=0;!(a=e.next()).done;)a=a.value,s=l+M(a,u++),c+=P(a,r,i,s,o);else if(s===`object`){if(typeof e.then==`function`)return P(N(e),r,i,a,o);throw r=String(e),Error(`Objects are not valid as a React child (found: `+(r===`[object Object]`?`object with keys {`+Object.keys(e).join(`, `)+`}`:r)+`). If you meant to render a collection of children, use an array instead.`)}return c}function F(e,t,n){if(e==null)return e;var r=[],i=0;return P(e,r,``,``,function(e){return t.call(n,e,i++)}),r}function ee(e){if(e._status===-1){var t=e._result,n=t();n.then(function(t){(e._status===0||e._status===-1)&&(e._status=1,e._result=t,n.status===void 0&&(n.status=`fulfilled`,n.value=t))},function(t){(e._status===0||e._status===-1)&&(e._status=2,e._result=t,n.status===void 0&&(n.status=`rejected`,n.reason=t))}),e._status===-1&&(e._status=0,e._result=n)}if(e._status===1)return e._result.default;throw e._result}var I=typeof reportError==`function`?reportError:function(e){if(typeof window==`object`&&typeof window.ErrorEvent==`function`){var t=new window.ErrorEvent(`error`,{bubbles:!0,cancelable:!0,message:typeof e==`object`&&e&&typeof e.message==`string`?String(e.message):String(e),error:e});if(!window.dispatchEvent(t))return}else if(typeof process==`object`&&typeof process.emit==`function`){process.emit(`uncaughtException`,e);return}console.error(e)};function L(e){var t=T.T,n={};n.types=t===null?null:t.types,T.T=n;try{var r=e(),i=T.S;i!==null&&i(n,r),typeof r==`object`&&r&&typeof r.then==`function`&&r.then(w,I)}catch(e){I(e)}finally{t!==null&&n.types!==null&&(t.types=n.types),T.T=t}}function te(e){var t=T.T;if(t!==null){var n=t.types;n===null?t.types=[e]:n.indexOf(e)===-1&&n.push(e)}else L(te.bind(null,e))}var ne={map:F,forEach:function(e,t,n){F(e,function(){t.apply(this,arguments)},n)},count:function(e){var t=0;return F(e,function(){t++}),t},toArray:function(e){return F(e,function(e){return e})||[]},only:function(e){if(!k(e))throw Error(`React.Children.only expected to receive a single React element child.`);return e}};e.Activity=f,e.Children=ne,e.Component=y,e.Fragment=r,e.Profiler=a,e.PureComponent=x,e.StrictMode=i,e.Suspense=l,e.ViewTransition=p,e.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE=T,e.__COMPILER_RUNTIME={__proto__:null,c:function(e){return T.H.useMemoCache(e)}},e.addTransitionType=te,e.cache=function(e){return function(){return e.apply(null,arguments)}},e.cacheSignal=function(){return null},e.cloneElement=function(e,t,n){if(e==null)throw Error(`The argument must be a React element, but you passed `+e+`.`);var r=_({},e.props),i=e.key;if(t!=null)for(a in t.key!==void 0&&(i=``+t.key),t)!E.call(t,a)||a===`key`||a===`__self`||a===`__source`||a===`ref`&&t.ref===void 0||(r[a]=t[a]);var a=arguments.length-2;if(a===1)r.children=n;else if(1<a){for(var o=Array(a),s=0;s<a;s++)o[s]=arguments[s+2];r.children=o}return D(e.type,i,r)},e.createContext=function(e){return e={$$typeof:s,_currentValue:e,_currentValue2:e,_threadCount:0,Provider:null,Consumer:null},e.Provider=e,e.Consumer={$$typeof:o,_context:e},e},e.createElement=function(e,t,n){var r,i={},a=null;if(t!=null)for(r in t.key!==void 0&&(a=``+t.key),t)E.call(t,r)&&r!==`key`&&r!==`__self`&&r!==`__source`&&(i[r]=t[r]);var o=arguments.length-2;if(o===1)i.children=n;else if(1<o){for(var s=Array(o),c=0;c<o;c++)s[c]=arguments[c+2];i.children=s}if(e&&e.defaultProps)for(r in o=e.defaultProps,o)i[r]===void 0&&(i[r]=o[r]);return D(e,a,i)},e.createRef=function(){return{current:null}},e.forwardRef=function(e){return{$$typeof:c,render:e}},e.isValidElement=k,e.lazy=function(e){return{$$typeof:d,_payload:{_status:-1,_result:e},_init:ee}},e.memo=function(e,t){return{$$typeof:u,type:e,compare:t===void 0?null:t}},e.startTransition=L,e.unstable_useCacheRefresh=function(){return T.H.useCacheRefresh()},e.use=function(e){return T.H.use(e)},e.useActionState=function(e,t,n){return T.H.useActionState(e,t,n)},e.useCallback=function(e,t){return T.H.useCallback(e,t)},e.useContext=function(e){return T.H.useContext(e)},e.useDebugValue=function(){},e.useDeferredValue=function(e,t){return T.H.useDeferredValue(e,t)},e.useEffect=function(e,t){return T.H.useEffect(e,t)},e.useEffectEvent=function(e){return T.H.useEffectEvent(e)},e.useId=function(){return T.H.useId()},e.useImperativeHandle=function(e,t,n){return T.H.useImperativeHandle(e,t,n)},e.useInsertionEffect=function(e,t){return T.H.useInsertionEffect(e,t)},e.useLayoutEffect=function(e,t){return T.H.useLayoutEffect(e,t)},e.useMemo=function(e,t){return T.H.useMemo(e,t)},e.useOptimistic=function(e,t){return T.H.useOptimistic(e,t)},e.useReducer=function(e,t,n){return T.H.useReducer(e,t,n)},e.useRef=function(e){return T.H.useRef(e)},e.useState=function(e){return T.H.useState(e)},e.useSyncExternalStore=function(e,t,n){return T.H.useSyncExternalStore(e,t,n)},e.useTransition=function(){return T.H.useTransition()},e.version=`19.3.1`})),d=o(((e,t)=>{t.exports=u()})),f=o((e=>{var t=d();function n(e){var t=`https://react.dev/errors/`+e;if(1<arguments.length){t+=`?args[]=`+encodeURIComponent(arguments[1]);for(var n=2;n<arguments.length;n++)t+=`&args[]=`+encodeURIComponent(arguments[n])}return`Minified React error #`+e+`; visit `+t+` for the full message or use the non-minified dev environment for full errors and additional helpful warnings.`}function r(){}var i={d:{f:r,r:function(){throw Error(n(522))},D:r,C:r,L:r,m:r,X:r,S:r,M:r},p:0,findDOMNode:null},a=Symbol.for(`react.portal`),o=Symbol.for(`react.recoverable`),s=Symbol.for(`react.optimistic_key`);function c(e,t,n){var r=3<arguments.length&&arguments[3]!==void 0?arguments[3]:null;return{$$typeof:a,key:r==null?null:r===s?s:``+r,children:e,containerInfo:t,implementation:n}}var l=t.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE;function u(e,t){if(e===`font`)return``;if(typeof t==`string`)return t===`use-credentials`?t:``}e.__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE=i,e.browser=function(e){return{$$typeof:o,_reason:e}},e.createPortal=function(e,t){var r=2<arguments.length&&arguments[2]!==void 0?arguments[2]:null;if(!t||t.nodeType!==1&&t.nodeType!==9&&t.nodeType!==11)throw Error(n(299));return c(e,t,null,r)},e.flushSync=function(e){var t=l.T,n=i.p;try{if(l.T=null,i.p=2,e)return e()}finally{l.T=t,i.p=n,i.d.f()}},e.preconnect=function(e,t){typeof e==`string`&&(t?(t=t.crossOrigin,t=typeof t==`string`?t===`use-credentials`?t:``:void 0):t=null,i.d.C(e,t))},e.prefetchDNS=function(e){typeof e==`string`&&i.d.D(e)},e.preinit=function(e,t){if(typeof e==`string`&&t&&typeof t.as==`string`){var n=t.as,r=u(n,t.crossOrigin),a=typeof t.integrity==`string`?t.integrity:void 0,o=typeof t.fetchPriority==`string`?t.fetchPriority:void 0;n===`style`?i.d.S(e,typeof t.precedence==`string`?t.precedence:void 0,{crossOrigin:r,integrity:a,fetchPriority:o}):n===`script`&&i.d.X(e,{crossOrigin:r,integrity:a,fetchPriority:o,nonce:typeof t.nonce==`string`?t.nonce:void 0})}},e.preinitModule=function(e,t){if(typeof e==`string`){if(typeof t==`object`&&t){if(t.as==null||t.as===`script`){var n=u(t.as,t.crossOrigin);i.d.M(e,{crossOrigin:n,integrity:typeof t.integrity==`string`?t.integrity:void 0,nonce:typeof t.nonce==`string`?t.nonce:void 0,fetchPriority:typeof t.fetchPriority==`string`?t.fetchPriority:void 0})}}else t??i.d.M(e)}},e.preload=function(e,t){if(typeof e==`string`&&typeof t==`object`&&t&&typeof t.as==`string`){var n=t.as,r=u(n,t.crossOrigin);i.d.L(e,n,{crossOrigin:r,integrity:typeof t.integrity==`string`?t.integrity:void 0,nonce:typeof t.nonce==`string`?t.nonce:void 0,type:typeof t.type==`string`?t.type:void 0,fetchPriority:typeof t.fetchPriority==`string`?t.fetchPriority:void 0,referrerPolicy:typeof t.referrerPolicy==`string`?t.referrerPolicy:void 0,imageSrcSet:typeof t.imageSrcSet==`string`?t.imageSrcSet:void 0,imageSizes:typeof t.imageSizes==`string`?t.imageSizes:void 0,media:typeof t.media==`string`?t.media:void 0})}},e.preloadModule=function(e,t){if(typeof e==`string`){if(t){var n=u(t.as,t.crossOrigin);i.d.m(e,{as:typeof t.as==`string`&&t.as!==`script`?t.as:void 0,crossOrigin:n,integrity:typeof t.integrity==`string`?t.integrity:void 0,nonce:typeof t.nonce==`string`?t.nonce:void 0,fetchPriority:typeof t.fetchPriority==`string`?t.fetchPriority:void 0})}else i.d.m(e)}},e.requestFormReset=function(e){i.d.r(e)},e.unstable_batchedUpdates=function(e,t){return e(t)},e.useFormState=function(e,t,n){return l.H.useFormState(e,t,n)},e.useFormStatus=function(){return l.H.useHostTransitionStatus()},e.version=`19.3.1`})),p=o(((e,t)=>{function n(){if(typeof __REACT_DEVTOOLS_GLOBAL_HOOK__<`u`&&typeof __REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE==`function`)try{__REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE(n)}catch(e){console.error(e)}}n(),t.exports=f()})),m=l(d(),1);function h(e){return Object.keys(e)}function g(e){return e&&typeof e==`object`&&!Array.isArray(e)}function _(e,t){let n={...e},r=t;return g(e)&&g(t)&&Object.keys(t).forEach(t=>{g(r[t])&&t in e?n[t]=_(n[t],r[t]):n[t]=r[t]}),n}function v(e){return e.replace(/[A-Z]/g,e=>`-${e.toLowerCase()}`)}function y(e){return e===`0rem`?`0rem`:`calc(${e} * var(--mantine-scale))`}function b(e,{shouldScale:t=!1}={}){function n(r){if(r===0||r===`0`)return`0${e}`;if(typeof r==`number`){let n=`${r/16}${e}`;return t?y(n):n}if(typeof r==`string`){if(r===``||r.startsWith(`calc(`)||r.startsWith(`clamp(`)||r.includes(`rgba(`))return r;if(r.includes(`,`))return r.split(`,`).map(e=>n(e)).join(`,`);if(r.includes(` `))return r.split(` `).map(e=>n(e)).join(` `);let i=r.replace(`px`,``);if(!Number.isNaN(Number(i))){let n=`${Number(i)/16}${e}`;return t?y(n):n}}return r}return n}var x=b(`rem`,{shouldScale:!0}),S=b(`em`);function C(e){return Object.keys(e).reduce((t,n)=>(e[n]!==void 0&&(t[n]=e[n]),t),{})}function w(e){if(typeof e==`number`)return!0;if(typeof e==`string`){if(e.startsWith(`calc(`)||e.startsWith(`var(`)||e.includes(` `)&&e.trim()!==``)return!0;let t=/^[+-]?(?:[0-9]*\.)?[0-9]+(px|em|rem|ex|ch|lh|rlh|vw|vh|vmin|vmax|vb|vi|svw|svh|lvw|lvh|dvw|dvh|cm|mm|in|pt|pc|q|cqw|cqh|cqi|cqb|cqmin|cqmax|%)?$/;return e.trim().split(/\s+/).every(e=>t.test(e))}return!1}var T=l(p(),1);function E(e){return Array.isArray(e)||e===null?!1:typeof e==`object`&&e.type!==m.Fragment}function D(e){let t=(0,m.createContext)(null);return[t,()=>{let n=(0,m.use)(t);if(n===null)throw Error(e);return n}]}var O={app:100,modal:200,popover:300,overlay:400,max:9999};function k(e){return O[e]}function A(e,t=`size`,n=!0){if(e!==void 0)return w(e)?n?x(e):e:`var(--${t}-${e})`}function j(e){return A(e,`mantine-spacing`)}function M(e){return e===void 0?`var(--mantine-radius-default)`:A(e,`mantine-radius`)}function N(e){return A(e,`mantine-font-size`)}function P(e){return A(e,`mantine-line-height`,!1)}function F(e){if(e)return A(e,`mantine-shadow`,!1)}function ee(e=`mantine-`){return`${e}${Math.random().toString(36).slice(2,11)}`}function I(e){let t=(0,m.useRef)(e);return(0,m.useEffect)(()=>{t.current=e}),(0,m.useMemo)(()=>((...e)=>t.current?.(...e)),[])}function L(e,t){let{delay:n,flushOnUnmount:r,leading:i,maxWait:a}=typeof t==`number`?{delay:t,flushOnUnmount:!1,leading:!1,maxWait:void 0}:t,o=I(e),s=(0,m.useRef)(0),c=(0,m.useRef)(0),l=(0,m.useRef)(null),u=(0,m.useMemo)(()=>{let e=Object.assign((...t)=>{window.clearTimeout(s.current),l.current=t;let r=e._isFirstCall;e._isFirstCall=!1;function u(){window.clearTimeout(s.current),window.clearTimeout(c.current),s.current=0,c.current=0,e._isFirstCall=!0,e._hasPendingCallback=!1}function d(){a!==void 0&&c.current===0&&(c.current=window.setTimeout(()=>{if(c.current=0,s.current!==0&&e._hasPendingCallback){let e=l.current;u(),o(...e)}},a))}if(i&&r){o(...t),e.flush=()=>{s.current!==0&&u()},e.cancel=()=>{u()},s.current=window.setTimeout(()=>{u()},n),d();return}if(i&&!r){e._hasPendingCallback=!0,e.flush=()=>{s.current!==0&&(u(),o(...t))},e.cancel=()=>{u()},s.current=window.setTimeout(()=>{u()},n),d();return}e._hasPendingCallback=!0;let f=()=>{s.current!==0&&(u(),o(...t))};e.flush=f,e.cancel=()=>{u()},s.current=window.setTimeout(f,n),d()},{flush:()=>{},cancel:()=>{},isPending:()=>e._hasPendingCallback,_isFirstCall:!0,_hasPendingCallback:!1});return e},[o,n,i,a]);return(0,m.useEffect)(()=>()=>{r?u.flush():u.cancel()},[u,r]),u}function te(e,t){if(typeof t==`boolean`)return t;if(typeof window<`u`&&`matchMedia`in window)try{return window.matchMedia(e).matches}catch{return!1}return!1}function ne(e,t,{getInitialValueInEffect:n}={getInitialValueInEffect:!0}){let[r,i]=(0,m.useState)(n?t:te(e));return(0,m.useEffect)(()=>{try{if(`matchMedia`in window){let t=window.matchMedia(e);i(t.matches);let n=e=>i(e.matches);return t.addEventListener(`change`,n),()=>{t.removeEventListener(`change`,n)}}}catch{return}},[e]),r||!1}var R=typeof document<`u`?m.useLayoutEffect:m.useEffect;function re(e,t){return e.length!==t.length||t.some((t,n)=>!Object.is(t,e[n]))}function ie(e,t){let n=(0,m.useRef)(!1),r=(0,m.useRef)(null),i=(0,m.useRef)(void 0),a={};(0,m.useEffect)(()=>{let o=r.current===a,s=i.current;if(r.current=a,i.current=t,!n.current)n.current=!0;else if(!o&&!(t&&s&&!re(s,t)))return e()},t)}function ae({opened:e,shouldReturnFocus:t=!0}){let n=(0,m.useRef)(null),r=()=>{n.current&&`focus`in n.current&&typeof n.current.focus==`function`&&n.current?.focus({preventScroll:!0})};return ie(()=>{let i=-1,a=e=>{e.key===`Tab`&&window.clearTimeout(i)};if(document.addEventListener(`keydown`,a),e)n.current=document.activeElement;else if(t){let e=document.activeElement;i=window.setTimeout(()=>{let t=document.activeElement;(t===null||t===document.body||t===e)&&r()},10)}return()=>{window.clearTimeout(i),document.removeEventListener(`keydown`,a)}},[e,t]),r}var oe=/input|select|textarea|button|object|summary|iframe/,se=`a, input, select, textarea, button, object, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]`;function ce(e){let t=e.getAttribute(`contenteditable`);return t!==null&&t!==`false`}function le(e){let t=e.nodeName.toLowerCase();return(t===`audio`||t===`video`)&&e.hasAttribute(`controls`)}function ue(e){return e.style.display===`none`}function de(e){if(e.getAttribute(`aria-hidden`)||e.getAttribute(`hidden`)||e.getAttribute(`type`)===`hidden`)return!1;let t=e;for(;t&&t!==document.body&&t.nodeType!==11;){if(ue(t))return!1;t=t.parentNode}return!0}function z(e){let t=e.getAttribute(`tabindex`);return t===null&&(t=void 0),parseInt(t,10)}function B(e){let t=e.nodeName.toLowerCase(),n=!Number.isNaN(z(e));return(oe.test(t)&&!e.disabled||ce(e)||le(e)||e instanceof HTMLAnchorElement&&e.href||n)&&de(e)}function fe(e){let t=z(e);return(Number.isNaN(t)||t>=0)&&B(e)}function pe(e){let t=Array.from(e.querySelectorAll(se)).filter(fe),n=t.filter(e=>z(e)>0).sort((e,t)=>z(e)-z(t)),r=t.filter(e=>!(z(e)>0));return[...n,...r]}var me=[`date`,`time`,`datetime-local`,`month`,`week`],he=[`audio`,`video`,`iframe`,`object`,`embed`];function ge(e){return!!e&&e.tagName===`INPUT`&&e.type===`radio`}function _e(e,t){return e.name!==``&&e.name===t.name&&e.form===t.form}function ve(e){let t=e.nodeName.toLowerCase();return t===`input`?me.includes(e.type):he.includes(t)}function ye(e,t){let n=pe(e);return n.filter(e=>e===t||!ge(e)?!0:ge(t)&&_e(e,t)?!1:e.checked?!0:!n.some(t=>ge(t)&&t.checked&&_e(t,e)))}function be(e,t,n,r){let i=e.indexOf(t);if(i!==-1)return i+1;if(t===n)return 0;let a=r?Node.DOCUMENT_POSITION_PRECEDING:Node.DOCUMENT_POSITION_FOLLOWING,o=e.findIndex(e=>(t.compareDocumentPosition(e)&a)!==0);return o===-1?0:o}function xe(e,t,n){let r=ye(e,t);n&&r.reverse();let i=be(r,t,e,n);return[...r.slice(i),...r.slice(0,i)].filter(e=>e!==t)}function Se(e,t){for(let n of e)if(n.focus(),t.activeElement===n)return}function Ce(e,t){let n=e.getRootNode(),r=n.activeElement;if(!r||r!==e&&!e.contains(r))return;let i=xe(e,r,t.shiftKey);ve(r)?setTimeout(()=>{let t=n.activeElement;e.isConnected&&t!==r&&t!==i[0]&&Se([...i,r],n)}):(t.preventDefault(),Se(i,n))}var we=new Set;function Te(e,t){let n=t.getRootNode().activeElement;if(!n)return!1;for(let r of we){let i=r.current;if(r!==e&&i&&i!==t&&t.contains(i)&&i.contains(n))return!0}return!1}function Ee(e=!0){let t=(0,m.useRef)(null),n=e=>{let t=e.querySelector(`[data-autofocus]`);if(!t){let n=Array.from(e.querySelectorAll(se));t=n.find(fe)||n.find(B)||null,!t&&B(e)&&(t=e)}t?t.focus({preventScroll:!0}):console.warn(`[@mantine/hooks/use-focus-trap] Failed to find focusable element within provided node`,e)},r=(0,m.useCallback)(r=>{e&&(r===null?t.current=null:t.current!==r&&(setTimeout(()=>{r.getRootNode()?n(r):console.warn(`[@mantine/hooks/use-focus-trap] Ref node is not part of the dom`,r)}),t.current=r))},[e]);return(0,m.useEffect)(()=>{if(!e)return;t.current&&setTimeout(()=>{t.current&&n(t.current)});let r=e=>{e.key!==`Tab`||e.defaultPrevented||!t.current||Te(t,t.current)||Ce(t.current,e)};return we.add(t),document.addEventListener(`keydown`,r),()=>{we.delete(t),document.removeEventListener(`keydown`,r)}},[e]),r}function De(e){let t=(0,m.useId)(),[n,r]=(0,m.useState)(`mantine-${t.replace(/:/g,``)}`),i=(0,m.useRef)(!1);return R(()=>{i.current||(i.current=!0,r(ee()))},[]),typeof e==`string`?e:n}function Oe(e,t,n){let r=(0,m.useEffectEvent)(t),{capture:i=!1,passive:a,once:o=!1,signal:s}=typeof n==`object`?n:{capture:n};(0,m.useEffect)(()=>(window.addEventListener(e,r,{capture:i,passive:a,once:o,signal:s}),()=>window.removeEventListener(e,r,i)),[e,i,a,o,s])}function ke(e,t){if(typeof e==`function`)return e(t);typeof e==`object`&&e&&`current`in e&&(e.current=t)}function Ae(...e){let t=new Map;return n=>{if(e.forEach(e=>{let r=ke(e,n);r&&t.set(e,r)}),t.size>0)return()=>{e.forEach(e=>{let n=t.get(e);n&&typeof n==`function`?n():ke(e,null)}),t.clear()}}}function je(...e){return(0,m.useCallback)(Ae(...e),e)}function Me({value:e,defaultValue:t,finalValue:n,onChange:r=()=>{}}){let[i,a]=(0,m.useState)(t===void 0?n:t);return e===void 0?[i,(e,...t)=>{a(e),r?.(e,...t)},!1]:[e,r,!0]}function Ne(e,t){return ne(`(prefers-reduced-motion: reduce)`,e,t)}function Pe(e){return e?.props?.ref}function Fe(e){let t=m.Children.toArray(e);return t.length!==1||!E(t[0])?null:t[0]}function V(e){return e}function Ie(e){var t,n,r=``;if(typeof e==`string`||typeof e==`number`)r+=e;else if(typeof e==`object`){if(Array.isArray(e)){var i=e.length;for(t=0;t<i;t++)e[t]&&(n=Ie(e[t]))&&(r&&(r+=` `),r+=n)}else for(n in e)e[n]&&(r&&(r+=` `),r+=n)}return r}function H(){for(var e,t,n=0,r=``,i=arguments.length;n<i;n++)(e=arguments[n])&&(t=Ie(e))&&(r&&(r+=` `),r+=t);return r}var Le={};function Re(e){let t={};return e.forEach(e=>{Object.entries(e).forEach(([e,n])=>{t[e]?t[e]=H(t[e],n):t[e]=n})}),t}function ze({theme:e,classNames:t,props:n,stylesCtx:r}){return Re((Array.isArray(t)?t:[t]).map(t=>typeof t==`function`?t(e,n,r):t||Le))}function Be({theme:e,styles:t,props:n,stylesCtx:r}){let i=Array.isArray(t)?t:[t],a={};for(let t of i)typeof t==`function`?Object.assign(a,t(e,n,r)):t&&Object.assign(a,t);return a}function Ve(e,t){return typeof e.primaryShade==`number`?e.primaryShade:t===`dark`?e.primaryShade.dark:e.primaryShade.light}function He(e){return/^#?([0-9A-F]{3,4}|[0-9A-F]{6}|[0-9A-F]{8})$/i.test(e)}function Ue(e){let t=e.replace(`#`,``);if((t.length===3||t.length===4)&&(t=t.split(``).map(e=>e+e).join(``)),t.length===8){let e=parseInt(t.slice(6,8),16)/255;return{r:parseInt(t.slice(0,2),16),g:parseInt(t.slice(2,4),16),b:parseInt(t.slice(4,6),16),a:e}}let n=parseInt(t,16);return{r:n>>16&255,g:n>>8&255,b:n&255,a:1}}function We(e){let[t,n,r,i]=e.replace(/[^0-9,./\s]/g,``).trim().split(/\s*[/,]\s*|\s+/).map(Number);return{r:t,g:n,b:r,a:i===void 0?1:i}}function Ge(e){let t=e.match(/^hsla?\(\s*(\d+)\s*,\s*(\d+%)\s*,\s*(\d+%)\s*(,\s*(0?\.\d+|\d+(\.\d+)?))?\s*\)$/i);if(!t)return{r:0,g:0,b:0,a:1};let n=parseInt(t[1],10),r=parseInt(t[2],10)/100,i=parseInt(t[3],10)/100,a=t[5]?parseFloat(t[5]):void 0,o=(1-Math.abs(2*i-1))*r,s=n/60,c=o*(1-Math.abs(s%2-1)),l=i-o/2,u,d,f;return s>=0&&s<1?(u=o,d=c,f=0):s>=1&&s<2?(u=c,d=o,f=0):s>=2&&s<3?(u=0,d=o,f=c):s>=3&&s<4?(u=0,d=c,f=o):s>=4&&s<5?(u=c,d=0,f=o):(u=o,d=0,f=c),{r:Math.round((u+l)*255),g:Math.round((d+l)*255),b:Math.round((f+l)*255),a:a===void 0?1:a}}function Ke(e){return He(e)?Ue(e):e.startsWith(`rgb`)?We(e):e.startsWith(`hsl`)?Ge(e):{r:0,g:0,b:0,a:1}}function qe(e){return e<=.03928?e/12.92:((e+.055)/1.055)**2.4}function Je(e){let t=e.match(/oklch\((.*?)%\s/);return t?parseFloat(t[1]):null}function Ye(e){if(e.startsWith(`oklch(`))return(Je(e)||0)/100;let{r:t,g:n,b:r}=Ke(e),i=t/255,a=n/255,o=r/255,s=qe(i),c=qe(a),l=qe(o);return .2126*s+.7152*c+.0722*l}function Xe(e,t=.179){return!e.startsWith(`var(`)&&Ye(e)>t}function Ze({color:e,theme:t,colorScheme:n}){if(typeof e!=`string`)throw Error(`[@mantine/core] Failed to parse color. Expected color to be a string, instead got ${typeof e}`);if(e===`bright`)return{color:e,value:n===`dark`?t.white:t.black,shade:void 0,isThemeColor:!1,isLight:Xe(n===`dark`?t.white:t.black,t.luminanceThreshold),variable:`--mantine-color-bright`};if(e===`dimmed`)return{color:e,value:n===`dark`?t.colors.dark[2]:t.colors.gray[7],shade:void 0,isThemeColor:!1,isLight:Xe(n===`dark`?t.colors.dark[2]:t.colors.gray[6],t.luminanceThreshold),variable:`--mantine-color-dimmed`};if(e===`white`||e===`black`)return{color:e,value:e===`white`?t.white:t.black,shade:void 0,isThemeColor:!1,isLight:Xe(e===`white`?t.white:t.black,t.luminanceThreshold),variable:`--mantine-color-${e}`};let[r,i]=e.split(`.`),a=i?Number(i):void 0,o=r in t.colors;if(o){let e=a===void 0?t.colors[r][Ve(t,n||`light`)]:t.colors[r][a];return{color:r,value:e,shade:a,isThemeColor:o,isLight:Xe(e,t.luminanceThreshold),variable:i?`--mantine-color-${r}-${a}`:`--mantine-color-${r}-filled`}}return{color:e,value:e,isThemeColor:o,isLight:Xe(e,t.luminanceThreshold),shade:a,variable:void 0}}function Qe(e,t){let n=Ze({color:e||t.primaryColor,theme:t});return n.variable?`var(${n.variable})`:e}function $e(e){return!!e&&typeof e==`object`&&`mantine-virtual-color`in e}function et(e,t){if(e.startsWith(`var(`))return`color-mix(in srgb, ${e}, black ${t*100}%)`;let{r:n,g:r,b:i,a}=Ke(e),o=1-t,s=e=>Math.round(e*o);return`rgba(${s(n)}, ${s(r)}, ${s(i)}, ${a})`}function tt(e,t){let n={from:e?.from||t.defaultGradient.from,to:e?.to||t.defaultGradient.to,deg:e?.deg??t.defaultGradient.deg??0},r=Qe(n.from,t),i=Qe(n.to,t);return`linear-gradient(${n.deg}deg, ${r} 0%, ${i} 100%)`}function nt(e,t){if(typeof e!=`string`||t>1||t<0)return`rgba(0, 0, 0, 1)`;if(e.startsWith(`var(`))return`color-mix(in srgb, ${e}, transparent ${(1-t)*100}%)`;if(e.startsWith(`oklch`))return e.includes(`/`)?e.replace(/\/\s*[\d.]+\s*\)/,`/ ${t})`):e.replace(`)`,` / ${t})`);let{r:n,g:r,b:i}=Ke(e);return`rgba(${n}, ${r}, ${i}, ${t})`}var rt=nt,it=({color:e,theme:t,variant:n,gradient:r,autoContrast:i})=>{let a=Ze({color:e,theme:t}),o=typeof i==`boolean`?i:t.autoContrast;if(n===`none`)return{background:`transparent`,hover:`transparent`,color:`inherit`,border:`none`};if(n===`filled`){let n=a.isThemeColor&&a.shade===void 0&&$e(t.colors[a.color]),r=o?n?`var(--mantine-color-${a.color}-contrast)`:a.isLight?`var(--mantine-color-black)`:`var(--mantine-color-white)`:`var(--mantine-color-white)`;return a.isThemeColor?a.shade===void 0?{background:`var(--mantine-color-${e}-filled)`,hover:`var(--mantine-color-${e}-filled-hover)`,color:r,border:`${x(1)} solid transparent`}:{background:`var(--mantine-color-${a.color}-${a.shade})`,hover:`var(--mantine-color-${a.color}-${a.shade===9?8:a.shade+1})`,color:r,border:`${x(1)} solid transparent`}:{background:e,hover:et(e,.1),color:r,border:`${x(1)} solid transparent`}}if(n===`light`){if(a.isThemeColor){if(a.shade===void 0)return{background:`var(--mantine-color-${e}-light)`,hover:`var(--mantine-color-${e}-light-hover)`,color:`var(--mantine-color-${e}-light-color)`,border:`${x(1)} solid transparent`};let n=t.colors[a.color][a.shade];return{background:n,hover:et(n,.1),color:`var(--mantine-color-${a.color}-light-color)`,border:`${x(1)} solid transparent`}}return{background:nt(e,.1),hover:nt(e,.12),color:e,border:`${x(1)} solid transparent`}}if(n===`outline`)return a.isThemeColor?a.shade===void 0?{background:`transparent`,hover:`var(--mantine-color-${e}-outline-hover)`,color:`var(--mantine-color-${e}-outline)`,border:`${x(1)} solid var(--mantine-color-${e}-outline)`}:{background:`transparent`,hover:nt(t.colors[a.color][a.shade],.05),color:`var(--mantine-color-${a.color}-${a.shade})`,border:`${x(1)} solid var(--mantine-color-${a.color}-${a.shade})`}:{background:`transparent`,hover:nt(e,.05),color:e,border:`${x(1)} solid ${e}`};if(n===`subtle`){if(a.isThemeColor){if(a.shade===void 0)return{background:`transparent`,hover:`var(--mantine-color-${e}-light-hover)`,color:`var(--mantine-color-${e}-light-color)`,border:`${x(1)} solid transparent`};let n=t.colors[a.color][a.shade];return{background:`transparent`,hover:nt(n,.12),color:`var(--mantine-color-${a.color}-${Math.min(a.shade,6)})`,border:`${x(1)} solid transparent`}}return{background:`transparent`,hover:nt(e,.12),color:e,border:`${x(1)} solid transparent`}}return n===`transparent`?a.isThemeColor?a.shade===void 0?{background:`transparent`,hover:`transparent`,color:`var(--mantine-color-${e}-light-color)`,border:`${x(1)} solid transparent`}:{background:`transparent`,hover:`transparent`,color:`var(--mantine-color-${a.color}-${Math.min(a.shade,6)})`,border:`${x(1)} solid transparent`}:{background:`transparent`,hover:`transparent`,color:e,border:`${x(1)} solid transparent`}:n===`white`?a.isThemeColor?a.shade===void 0?{background:`var(--mantine-color-white)`,hover:et(t.white,.01),color:`var(--mantine-color-${e}-filled)`,border:`${x(1)} solid transparent`}:{background:`var(--mantine-color-white)`,hover:et(t.white,.01),color:`var(--mantine-color-${a.color}-${a.shade})`,border:`${x(1)} solid transparent`}:{background:`var(--mantine-color-white)`,hover:et(t.white,.01),color:e,border:`${x(1)} solid transparent`}:n===`gradient`?{background:tt(r,t),hover:tt(r,t),color:`var(--mantine-color-white)`,border:`none`}:n==="default"?{background:`var(--mantine-color-default)`,hover:`var(--mantine-color-default-hover)`,color:`var(--mantine-color-default-color)`,border:`${x(1)} solid var(--mantine-color-default-border)`}:{}},at=(0,m.createContext)(null);function ot(){let e=(0,m.use)(at);if(!e)throw Error(`[@mantine/core] MantineProvider was not found in tree`);return e}function st(){return ot().cssVariablesResolver}function ct(){return ot().classNamesPrefix}function lt(){return ot().getStyleNonce}function ut(){return ot().withStaticClasses}function dt(){return ot().headless}function ft(){return ot().stylesTransform?.sx}function pt(){return ot().stylesTransform?.styles}function mt(){return ot().env||`default`}function ht(){return ot().deduplicateInlineStyles}var gt=o((e=>{var t=Symbol.for(`react.transitional.element`),n=Symbol.for(`react.fragment`);function r(e,n,r){var i=null;if(r!==void 0&&(i=``+r),n.key!==void 0&&(i=``+n.key),`key`in n)for(var a in r={},n)a!==`key`&&(r[a]=n[a]);else r=n;return n=r.ref,{$$typeof:t,type:e,key:i,ref:n===void 0?null:n,props:r}}e.Fragment=n,e.jsx=r,e.jsxs=r})),_t=o(((e,t)=>{t.exports=gt()})),vt={dark:[`#C9C9C9`,`#b8b8b8`,`#828282`,`#696969`,`#424242`,`#3b3b3b`,`#2e2e2e`,`#242424`,`#1f1f1f`,`#141414`],gray:[`#f8f9fa`,`#f1f3f5`,`#e9ecef`,`#dee2e6`,`#ced4da`,`#adb5bd`,`#868e96`,`#495057`,`#343a40`,`#212529`],red:[`#fff5f5`,`#ffe3e3`,`#ffc9c9`,`#ffa8a8`,`#ff8787`,`#ff6b6b`,`#fa5252`,`#f03e3e`,`#e03131`,`#c92a2a`],pink:[`#fff0f6`,`#ffdeeb`,`#fcc2d7`,`#faa2c1`,`#f783ac`,`#f06595`,`#e64980`,`#d6336c`,`#c2255c`,`#a61e4d`],grape:[`#f8f0fc`,`#f3d9fa`,`#eebefa`,`#e599f7`,`#da77f2`,`#cc5de8`,`#be4bdb`,`#ae3ec9`,`#9c36b5`,`#862e9c`],violet:[`#f3f0ff`,`#e5dbff`,`#d0bfff`,`#b197fc`,`#9775fa`,`#845ef7`,`#7950f2`,`#7048e8`,`#6741d9`,`#5f3dc4`],indigo:[`#edf2ff`,`#dbe4ff`,`#bac8ff`,`#91a7ff`,`#748ffc`,`#5c7cfa`,`#4c6ef5`,`#4263eb`,`#3b5bdb`,`#364fc7`],blue:[`#e7f5ff`,`#d0ebff`,`#a5d8ff`,`#74c0fc`,`#4dabf7`,`#339af0`,`#228be6`,`#1c7ed6`,`#1971c2`,`#1864ab`],cyan:[`#e3fafc`,`#c5f6fa`,`#99e9f2`,`#66d9e8`,`#3bc9db`,`#22b8cf`,`#15aabf`,`#1098ad`,`#0c8599`,`#0b7285`],teal:[`#e6fcf5`,`#c3fae8`,`#96f2d7`,`#63e6be`,`#38d9a9`,`#20c997`,`#12b886`,`#0ca678`,`#099268`,`#087f5b`],green:[`#ebfbee`,`#d3f9d8`,`#b2f2bb`,`#8ce99a`,`#69db7c`,`#51cf66`,`#40c057`,`#37b24d`,`#2f9e44`,`#2b8a3e`],lime:[`#f4fce3`,`#e9fac8`,`#d8f5a2`,`#c0eb75`,`#a9e34b`,`#94d82d`,`#82c91e`,`#74b816`,`#66a80f`,`#5c940d`],yellow:[`#fff9db`,`#fff3bf`,`#ffec99`,`#ffe066`,`#ffd43b`,`#fcc419`,`#fab005`,`#f59f00`,`#f08c00`,`#e67700`],orange:[`#fff4e6`,`#ffe8cc`,`#ffd8a8`,`#ffc078`,`#ffa94d`,`#ff922b`,`#fd7e14`,`#f76707`,`#e8590c`,`#d9480f`]},yt=`-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica, Arial, sans-serif, Apple Color Emoji, Segoe UI Emoji`,bt={scale:1,fontSmoothing:!0,focusRing:`auto`,white:`#fff`,black:`#000`,colors:vt,primaryShade:{light:6,dark:8},primaryColor:`blue`,variantColorResolver:it,autoContrast:!1,luminanceThreshold:.3,fontFamily:yt,fontFamilyMonospace:`ui-monospace, SFMono-Regular, Menlo, Monaco, Consolas, Liberation Mono, Courier New, monospace`,respectReducedMotion:!1,cursorType:`default`,defaultGradient:{from:`blue`,to:`cyan`,deg:45},defaultRadius:`md`,activeClassName:`mantine-active`,focusClassName:``,headings:{fontFamily:yt,fontWeight:`700`,textWrap:`wrap`,sizes:{h1:{fontSize:x(34),lineHeight:`1.3`},h2:{fontSize:x(26),lineHeight:`1.35`},h3:{fontSize:x(22),lineHeight:`1.4`},h4:{fontSize:x(18),lineHeight:`1.45`},h5:{fontSize:x(16),lineHeight:`1.5`},h6:{fontSize:x(14),lineHeight:`1.5`}}},fontSizes:{xs:x(12),sm:x(14),md:x(16),lg:x(18),xl:x(20)},lineHeights:{xs:`1.4`,sm:`1.45`,md:`1.55`,lg:`1.6`,xl:`1.65`},fontWeights:{regular:`400`,medium:`600`,bold:`700`},radius:{xs:x(2),sm:x(4),md:x(8),lg:x(16),xl:x(32)},spacing:{xs:x(10),sm:x(12),md:x(16),lg:x(20),xl:x(32)},breakpoints:{xs:`36em`,sm:`48em`,md:`62em`,lg:`75em`,xl:`88em`},shadows:{xs:`0 ${x(1)} ${x(3)} rgba(0, 0, 0, 0.05), 0 ${x(1)} ${x(2)} rgba(0, 0, 0, 0.1)`,sm:`0 ${x(1)} ${x(3)} rgba(0, 0, 0, 0.05), rgba(0, 0, 0, 0.05) 0 ${x(10)} ${x(15)} ${x(-5)}, rgba(0, 0, 0, 0.04) 0 ${x(7)} ${x(7)} ${x(-5)}`,md:`0 ${x(1)} ${x(3)} rgba(0, 0, 0, 0.05), rgba(0, 0, 0, 0.05) 0 ${x(20)} ${x(25)} ${x(-5)}, rgba(0, 0, 0, 0.04) 0 ${x(10)} ${x(10)} ${x(-5)}`,lg:`0 ${x(1)} ${x(3)} rgba(0, 0, 0, 0.05), rgba(0, 0, 0, 0.05) 0 ${x(28)} ${x(23)} ${x(-7)}, rgba(0, 0, 0, 0.04) 0 ${x(12)} ${x(12)} ${x(-7)}`,xl:`0 ${x(1)} ${x(3)} rgba(0, 0, 0, 0.05), rgba(0, 0, 0, 0.05) 0 ${x(36)} ${x(28)} ${x(-7)}, rgba(0, 0, 0, 0.04) 0 ${x(17)} ${x(17)} ${x(-7)}`},other:{},components:{}},xt=`[@mantine/core] MantineProvider: Invalid theme.primaryColor, it accepts only key of theme.colors, learn more – https://mantine.dev/theming/colors/#primary-color`,St=`[@mantine/core] MantineProvider: Invalid theme.primaryShade, it accepts only 0-9 integers or an object { light: 0-9, dark: 0-9 }`;function Ct(e){return e<0||e>9?!1:parseInt(e.toString(),10)===e}function wt(e){if(!(e.primaryColor in e.colors))throw Error(xt);if(typeof e.primaryShade==`object`&&(!Ct(e.primaryShade.dark)||!Ct(e.primaryShade.light))||typeof e.primaryShade==`number`&&!Ct(e.primaryShade))throw Error(St)}function Tt(e,t){if(!t)return wt(e),e;let n=_(e,t);return t.fontFamily&&!t.headings?.fontFamily&&(n.headings={...n.headings,fontFamily:t.fontFamily}),wt(n),n}var U=_t(),Et=(0,m.createContext)(null),Dt=()=>(0,m.use)(Et)||bt;function Ot(){let e=(0,m.use)(Et);if(!e)throw Error(`@mantine/core: MantineProvider was not found in component tree, make sure you have it in your app`);return e}function kt({theme:e,children:t,inherit:n=!0}){let r=Dt(),i=(0,m.useMemo)(()=>Tt(n?r:bt,e),[e,r,n]);return(0,U.jsx)(Et,{value:i,children:t})}kt.displayName=`@mantine/core/MantineThemeProvider`;function W(e,t,n){let r=Ot(),i=(Array.isArray(e)?e:[e]).filter(Boolean),a={};for(let e of i){let t=r.components[e]?.defaultProps,n=typeof t==`function`?t(r):t;n&&(a={...a,...n})}return{...t,...a,...C(n)}}function At({classNames:e,styles:t,props:n,stylesCtx:r}){let i=Ot();return{resolvedClassNames:e===void 0?void 0:ze({theme:i,classNames:e,props:n,stylesCtx:r||void 0}),resolvedStyles:t===void 0?void 0:Be({theme:i,styles:t,props:n,stylesCtx:r||void 0})}}var jt={always:`mantine-focus-always`,auto:`mantine-focus-auto`,never:`mantine-focus-never`};function Mt({theme:e,options:t,unstyled:n}){return H(t?.focusable&&!n&&(e.focusClassName||jt[e.focusRing]),t?.active&&!n&&e.activeClassName)}function Nt(e,t,n=1){if(Object.is(e,t))return!0;if(n===0||typeof e!=`object`||typeof t!=`object`||e===null||t===null)return!1;if(Array.isArray(e)||Array.isArray(t)){if(!Array.isArray(e)||!Array.isArray(t)||e.length!==t.length)return!1;for(let r=0;r<e.length;r+=1)if(!Nt(e[r],t[r],n-1))return!1;return!0}let r=Object.keys(e);if(r.length!==Object.keys(t).length)return!1;for(let i of r)if(!Object.hasOwn(t,i)||!Nt(e[i],t[i],n-1))return!1;return!0}function Pt({selector:e,stylesCtx:t,options:n,props:r,theme:i}){return ze({theme:i,classNames:n?.classNames,props:n?.props||r,stylesCtx:t})[e]}function Ft({selector:e,stylesCtx:t,theme:n,classNames:r,props:i}){return ze({theme:n,classNames:r,props:i,stylesCtx:t})[e]}function It({rootSelector:e,selector:t,className:n}){return e===t?n:void 0}function Lt({selector:e,classes:t,unstyled:n}){return n?void 0:t[e]}function Rt({themeName:e,classNamesPrefix:t,selector:n,withStaticClass:r}){return r===!1?[]:e.map(e=>`${t}-${e}-${n}`)}function zt({options:e,classes:t,selector:n,unstyled:r}){return e?.variant&&!r?t[`${n}--${e.variant}`]:void 0}function Bt({theme:e,options:t,themeName:n,selector:r,classNamesPrefix:i,resolvedClassNames:a,resolvedThemeClassNames:o,classes:s,unstyled:c,className:l,rootSelector:u,props:d,stylesCtx:f,withStaticClasses:p,headless:m,transformedStyles:h}){return H(Mt({theme:e,options:t,unstyled:c||m}),o.map(e=>e[r]),zt({options:t,classes:s,selector:r,unstyled:c||m}),a[r],Ft({selector:r,stylesCtx:f,theme:e,classNames:h,props:d}),Pt({selector:r,stylesCtx:f,options:t,props:d,theme:e}),It({rootSelector:u,selector:r,className:l}),Lt({selector:r,classes:s,unstyled:c||m}),p&&!m&&Rt({themeName:n,classNamesPrefix:i,selector:r,withStaticClass:t?.withStaticClass}),t?.className)}function Vt({style:e,theme:t}){return Array.isArray(e)?e.reduce((e,n)=>({...e,...Vt({style:n,theme:t})}),{}):typeof e==`function`?e(t):e??{}}function Ht({theme:e,selector:t,options:n,props:r,stylesCtx:i,rootSelector:a,withStylesTransform:o,resolvedStyles:s,resolvedThemeStyles:c,resolvedVars:l,resolvedRootStyle:u}){return{...c[t],...s[t],...!o&&Be({theme:e,styles:n?.styles,props:n?.props||r,stylesCtx:i})[t],...l[t],...a===t?u:null,...Vt({style:n?.style,theme:e})}}function Ut(e){return e.reduce((e,t)=>(t&&Object.keys(t).forEach(n=>{e[n]={...e[n],...C(t[n])}}),e),{})}function Wt({props:e,stylesCtx:t,themeName:n,theme:r}){let i=pt()?.();return{getTransformedStyles:a=>i?[...a.map(n=>i(n,{props:e,theme:r,ctx:t})),...n.map(n=>i(r.components[n]?.styles,{props:e,theme:r,ctx:t}))].filter(Boolean):[],withStylesTransform:!!i}}function G({name:e,classes:t,props:n,stylesCtx:r,className:i,style:a,rootSelector:o=`root`,unstyled:s,classNames:c,styles:l,vars:u,varsResolver:d,attributes:f,stable:p}){let m=Ot(),h=ct(),g=ut(),_=dt(),v=(Array.isArray(e)?e:[e]).filter(e=>e),{withStylesTransform:y,getTransformedStyles:b}=Wt({props:n,stylesCtx:r,themeName:v,theme:m}),x=ze({theme:m,classNames:c,props:n,stylesCtx:r}),S=v.map(e=>ze({theme:m,classNames:m.components[e]?.classNames,props:n,stylesCtx:r})),C=y?{}:Be({theme:m,styles:l,props:n,stylesCtx:r}),w={};if(!y)for(let e of v){let t=Be({theme:m,styles:m.components[e]?.styles,props:n,stylesCtx:r});for(let e of Object.keys(t))w[e]={...w[e],...t[e]}}let T=Ut([_?{}:d?.(m,n,r),...v.map(e=>m.components?.[e]?.vars?.(m,n,r)),u?.(m,n,r)]),E=Vt({style:a,theme:m});return Gt((e,a)=>({...f?.[e],className:Bt({theme:m,options:a,themeName:v,selector:e,classNamesPrefix:h,resolvedClassNames:x,resolvedThemeClassNames:S,classes:t,unstyled:s,className:i,rootSelector:o,props:n,stylesCtx:r,withStaticClasses:g,headless:_,transformedStyles:b([a?.styles,l])}),style:Ht({theme:m,selector:e,options:a,props:n,stylesCtx:r,rootSelector:o,withStylesTransform:y,resolvedStyles:C,resolvedThemeStyles:w,resolvedVars:T,resolvedRootStyle:E})}),!!p,[m,h,g,_,y?n:null,t,s,i,o,f,r,x,S,C,w,T,E])}function Gt(e,t,n){let r=(0,m.useRef)(null);return t?(r.current&&Nt(r.current.deps,n,3)||(r.current={deps:n,getStyles:e}),r.current.getStyles):e}function Kt(e){return h(e).reduce((t,n)=>e[n]===void 0?t:`${t}${v(n)}:${e[n]};`,``).trim()}function qt({selector:e,styles:t,media:n,container:r}){let i=t?Kt(t):``,a=Array.isArray(n)?n.map(t=>`@media${t.query}{${e}{${Kt(t.styles)}}}`):[],o=Array.isArray(r)?r.map(t=>`@container ${t.query}{${e}{${Kt(t.styles)}}}`):[];return`${i?`${e}{${i}}`:``}${a.join(``)}${o.join(``)}`.trim()}function Jt(e){let t=5381;for(let n=0;n<e.length;n++)t=(t<<5)+t+e.charCodeAt(n)|0;return(t>>>0).toString(36)}function Yt({deduplicate:e,...t}){let n=lt(),r=qt(t);return e?(0,U.jsx)(`style`,{href:`mantine-${Jt(r)}`,precedence:`mantine`,nonce:n?.(),children:r}):(0,U.jsx)(`style`,{"data-mantine-styles":`inline`,nonce:n?.(),dangerouslySetInnerHTML:{__html:r}})}function Xt(e){let t=5381;for(let n=0;n<e.length;n++)t=(t<<5)+t+e.charCodeAt(n)|0;return(t>>>0).toString(36)}function Zt(e,t){return`__mdi__-${Xt(`${e?Kt(e):``}|${Array.isArray(t)?t.map(e=>`${e.query}:${Kt(e.styles)}`).join(`|`):``}`)}`}function Qt(e){let{m:t,mx:n,my:r,mt:i,mb:a,ml:o,mr:s,me:c,ms:l,mis:u,mie:d,p:f,px:p,py:m,pt:h,pb:g,pl:_,pr:v,pe:y,ps:b,pis:x,pie:S,bd:w,bdrs:T,bg:E,c:D,opacity:O,ff:k,fz:A,fw:j,lts:M,ta:N,lh:P,fs:F,tt:ee,td:I,w:L,miw:te,maw:ne,h:R,mih:re,mah:ie,bgsz:ae,bgp:oe,bgr:se,bga:ce,pos:le,top:ue,left:de,bottom:z,right:B,inset:fe,display:pe,flex:me,hiddenFrom:he,visibleFrom:ge,lightHidden:_e,darkHidden:ve,sx:ye,...be}=e;return{styleProps:C({m:t,mx:n,my:r,mt:i,mb:a,ml:o,mr:s,me:c,ms:l,mis:u,mie:d,p:f,px:p,py:m,pt:h,pb:g,pl:_,pr:v,pis:x,pie:S,pe:y,ps:b,bd:w,bg:E,c:D,opacity:O,ff:k,fz:A,fw:j,lts:M,ta:N,lh:P,fs:F,tt:ee,td:I,w:L,miw:te,maw:ne,h:R,mih:re,mah:ie,bgsz:ae,bgp:oe,bgr:se,bga:ce,pos:le,top:ue,left:de,bottom:z,right:B,inset:fe,display:pe,flex:me,bdrs:T,hiddenFrom:he,visibleFrom:ge,lightHidden:_e,darkHidden:ve,sx:ye}),rest:be}}var $t={m:{type:`spacing`,property:`margin`},mt:{type:`spacing`,property:`marginTop`},mb:{type:`spacing`,property:`marginBottom`},ml:{type:`spacing`,property:`marginLeft`},mr:{type:`spacing`,property:`marginRight`},ms:{type:`spacing`,property:`marginInlineStart`},me:{type:`spacing`,property:`marginInlineEnd`},mis:{type:`spacing`,property:`marginInlineStart`},mie:{type:`spacing`,property:`marginInlineEnd`},mx:{type:`spacing`,property:`marginInline`},my:{type:`spacing`,property:`marginBlock`},p:{type:`spacing`,property:`padding`},pt:{type:`spacing`,property:`paddingTop`},pb:{type:`spacing`,property:`paddingBottom`},pl:{type:`spacing`,property:`paddingLeft`},pr:{type:`spacing`,property:`paddingRight`},ps:{type:`spacing`,property:`paddingInlineStart`},pe:{type:`spacing`,property:`paddingInlineEnd`},pis:{type:`spacing`,property:`paddingInlineStart`},pie:{type:`spacing`,property:`paddingInlineEnd`},px:{type:`spacing`,property:`paddingInline`},py:{type:`spacing`,property:`paddingBlock`},bd:{type:`border`,property:`border`},bdrs:{type:`radius`,property:`borderRadius`},bg:{type:`color`,property:`background`},c:{type:`textColor`,property:`color`},opacity:{type:`identity`,property:`opacity`},ff:{type:`fontFamily`,property:`fontFamily`},fz:{type:`fontSize`,property:`fontSize`},fw:{type:`identity`,property:`fontWeight`},lts:{type:`size`,property:`letterSpacing`},ta:{type:`identity`,property:`textAlign`},lh:{type:`lineHeight`,property:`lineHeight`},fs:{type:`identity`,property:`fontStyle`},tt:{type:`identity`,property:`textTransform`},td:{type:`identity`,property:`textDecoration`},w:{type:`spacing`,property:`width`},miw:{type:`spacing`,property:`minWidth`},maw:{type:`spacing`,property:`maxWidth`},h:{type:`spacing`,property:`height`},mih:{type:`spacing`,property:`minHeight`},mah:{type:`spacing`,property:`maxHeight`},bgsz:{type:`size`,property:`backgroundSize`},bgp:{type:`identity`,property:`backgroundPosition`},bgr:{type:`identity`,property:`backgroundRepeat`},bga:{type:`identity`,property:`backgroundAttachment`},pos:{type:`identity`,property:`position`},top:{type:`size`,property:`top`},left:{type:`size`,property:`left`},bottom:{type:`size`,property:`bottom`},right:{type:`size`,property:`right`},inset:{type:`size`,property:`inset`},display:{type:`identity`,property:`display`},flex:{type:`identity`,property:`flex`}};function en(e,t){let n=Ze({color:e,theme:t});return n.color===`dimmed`?`var(--mantine-color-dimmed)`:n.color===`bright`?`var(--mantine-color-bright)`:n.variable?`var(${n.variable})`:n.color}function tn(e,t){let n=Ze({color:e,theme:t});return n.isThemeColor&&n.shade===void 0?`var(--mantine-color-${n.color}-text)`:en(e,t)}function nn(e,t){if(typeof e==`number`)return x(e);if(typeof e==`string`){let[n,r,...i]=e.split(` `).filter(e=>e.trim()!==``),a=`${x(n)}`;return r&&(a+=` ${r}`),i.length>0&&(a+=` ${en(i.join(` `),t)}`),a.trim()}return e}var rn={text:`var(--mantine-font-family)`,mono:`var(--mantine-font-family-monospace)`,monospace:`var(--mantine-font-family-monospace)`,heading:`var(--mantine-font-family-headings)`,headings:`var(--mantine-font-family-headings)`};function an(e){return typeof e==`string`&&e in rn?rn[e]:e}var on=[`h1`,`h2`,`h3`,`h4`,`h5`,`h6`];function sn(e,t){return typeof e==`string`&&e in t.fontSizes?`var(--mantine-font-size-${e})`:typeof e==`string`&&on.includes(e)?`var(--mantine-${e}-font-size)`:typeof e==`number`||typeof e==`string`?x(e):e}function cn(e){return e}var ln=[`h1`,`h2`,`h3`,`h4`,`h5`,`h6`];function un(e,t){return typeof e==`string`&&e in t.lineHeights?`var(--mantine-line-height-${e})`:typeof e==`string`&&ln.includes(e)?`var(--mantine-${e}-line-height)`:e}function dn(e,t){return typeof e==`string`&&e in t.radius?`var(--mantine-radius-${e})`:typeof e==`number`||typeof e==`string`?x(e):e}function fn(e){return typeof e==`number`?x(e):e}function pn(e,t){if(typeof e==`number`)return x(e);if(typeof e==`string`){let n=e.replace(`-`,``);if(!(n in t.spacing))return x(e);let r=`--mantine-spacing-${n}`;return e.startsWith(`-`)?`calc(var(${r}) * -1)`:`var(${r})`}return e}var mn={color:en,textColor:tn,fontSize:sn,spacing:pn,radius:dn,identity:cn,size:fn,lineHeight:un,fontFamily:an,border:nn};function hn(e){return e.replace(`(min-width: `,``).replace(`em)`,``)}function gn({media:e,...t}){let n=Object.keys(e).sort((e,t)=>Number(hn(e))-Number(hn(t))).map(t=>({query:t,styles:e[t]}));return{...t,media:n}}function _n(e){if(typeof e!=`object`||!e)return!1;let t=Object.keys(e);return t.length!==1||t[0]!==`base`}function vn(e){return typeof e==`object`&&e?`base`in e?e.base:void 0:e}function yn(e){return typeof e==`object`&&e?h(e).filter(e=>e!==`base`):[]}function bn(e,t){return typeof e==`object`&&e&&t in e?e[t]:e}function xn({styleProps:e,data:t,theme:n}){return gn(h(e).reduce((r,i)=>{if(i===`hiddenFrom`||i===`visibleFrom`||i===`sx`)return r;let a=t[i],o=Array.isArray(a.property)?a.property:[a.property],s=vn(e[i]);if(!_n(e[i]))return o.forEach(e=>{r.inlineStyles[e]=mn[a.type](s,n)}),r;r.hasResponsiveStyles=!0;let c=yn(e[i]);return o.forEach(t=>{s!=null&&(r.styles[t]=mn[a.type](s,n)),c.forEach(o=>{let s=`(min-width: ${n.breakpoints[o]})`;r.media[s]={...r.media[s],[t]:mn[a.type](bn(e[i],o),n)}})}),r},{hasResponsiveStyles:!1,styles:{},inlineStyles:{},media:{}}))}function Sn(){return`__m__-${(0,m.useId)().replace(/[:«»]/g,``)}`}function Cn(e,t){return Array.isArray(e)?[...e].reduce((e,n)=>({...e,...Cn(n,t)}),{}):typeof e==`function`?e(t):e??{}}function wn(e){return e}var Tn=wn;function En(e){return e}function K(e){let t=e;return t.extend=En,t.withProps=e=>{let n=n=>(0,U.jsx)(t,{...e,...n});return n.extend=t.extend,n.displayName=`WithProps(${t.displayName})`,n},t}function Dn(e){return K(e)}function On(e){let t=e;return t.withProps=e=>{let n=n=>(0,U.jsx)(t,{...e,...n});return n.extend=t.extend,n.displayName=`WithProps(${t.displayName})`,n},t.extend=En,t}function kn(e){return`data-${(e.startsWith(`data-`)?e.slice(5):e).replace(/([a-z])([A-Z])/g,`$1-$2`).toLowerCase()}`}function An(e){return Object.keys(e).reduce((t,n)=>{let r=e[n];return r===void 0||r===``||r===!1||r===null||(t[kn(n)]=e[n]),t},{})}function jn(e){return e?typeof e==`string`?{[kn(e)]:!0}:Array.isArray(e)?[...e].reduce((e,t)=>({...e,...jn(t)}),{}):An(e):null}function Mn(e,t){return Array.isArray(e)?[...e].reduce((e,n)=>({...e,...Mn(n,t)}),{}):typeof e==`function`?e(t):e??{}}function Nn({theme:e,style:t,vars:n,styleProps:r}){let i=Mn(t,e),a=Mn(n,e);return{...i,...a,...r}}function Pn({component:e,style:t,__vars:n,className:r,variant:i,mod:a,size:o,hiddenFrom:s,visibleFrom:c,lightHidden:l,darkHidden:u,renderRoot:d,__size:f,ref:p,...m}){let h=Ot(),g=e||`div`,{styleProps:_,rest:v}=Qt(m),y=ft()?.()?.(_.sx),b=Sn(),x=xn({styleProps:_,theme:h,data:$t}),S=ht(),C=S&&x.hasResponsiveStyles?Zt(x.styles,x.media):b,T={ref:p,style:Nn({theme:h,style:t,vars:n,styleProps:x.inlineStyles}),className:H(r,y,{[C]:x.hasResponsiveStyles,"mantine-light-hidden":l,"mantine-dark-hidden":u,[`mantine-hidden-from-${s}`]:s,[`mantine-visible-from-${c}`]:c}),"data-variant":i,"data-size":w(o)?void 0:o||void 0,size:f,...jn(a),...v};return(0,U.jsxs)(U.Fragment,{children:[x.hasResponsiveStyles&&(0,U.jsx)(Yt,{selector:`.${C}`,styles:x.styles,media:x.media,deduplicate:S}),typeof d==`function`?d(T):(0,U.jsx)(g,{...T})]})}Pn.displayName=`@mantine/core/Box`;var q=Tn(Pn),Fn=(0,m.createContext)({dir:`ltr`,toggleDirection:()=>{},setDirection:()=>{}});function In(){return(0,m.use)(Fn)}var[Ln,Rn]=D(`ScrollArea.Root component was not found in tree`);function zn(e,t){let n=(0,m.useEffectEvent)(t);R(()=>{let t=0;if(e){let r=new ResizeObserver(()=>{cancelAnimationFrame(t),t=window.requestAnimationFrame(n)});return r.observe(e),()=>{window.cancelAnimationFrame(t),r.unobserve(e)}}},[e])}function Bn(e){let{style:t,...n}=e,r=Rn(),[i,a]=(0,m.useState)(0),[o,s]=(0,m.useState)(0),c=!!(i&&o);return zn(r.scrollbarX,()=>{let e=r.scrollbarX?.offsetHeight||0;r.onCornerHeightChange(e),s(e)}),zn(r.scrollbarY,()=>{let e=r.scrollbarY?.offsetWidth||0;r.onCornerWidthChange(e),a(e)}),c?(0,U.jsx)(`div`,{...n,style:{...t,width:i,height:o}}):null}function Vn(e){let t=Rn(),n=!!(t.scrollbarX&&t.scrollbarY);return t.type!==`scroll`&&n?(0,U.jsx)(Bn,{...e}):null}var Hn={scrollHideDelay:1e3,type:`hover`};function Un(e){let{type:t,scrollHideDelay:n,scrollbars:r,getStyles:i,ref:a,...o}=W(`ScrollAreaRoot`,Hn,e),[s,c]=(0,m.useState)(null),[l,u]=(0,m.useState)(null),[d,f]=(0,m.useState)(null),[p,h]=(0,m.useState)(null),[g,_]=(0,m.useState)(null),[v,y]=(0,m.useState)(0),[b,x]=(0,m.useState)(0),[S,C]=(0,m.useState)(!1),[w,T]=(0,m.useState)(!1),E=je(a,c);return(0,U.jsx)(Ln,{value:{type:t,scrollHideDelay:n,scrollArea:s,viewport:l,onViewportChange:u,content:d,onContentChange:f,scrollbarX:p,onScrollbarXChange:h,scrollbarXEnabled:S,onScrollbarXEnabledChange:C,scrollbarY:g,onScrollbarYChange:_,scrollbarYEnabled:w,onScrollbarYEnabledChange:T,onCornerWidthChange:y,onCornerHeightChange:x,getStyles:i},children:(0,U.jsx)(q,{...o,ref:E,__vars:{"--sa-corner-width":r===`xy`?`${v}px`:`0px`,"--sa-corner-height":r===`xy`?`${b}px`:`0px`}})})}Un.displayName=`@mantine/core/ScrollAreaRoot`;function Wn(e,t){let n=e/t;return Number.isNaN(n)?0:n}function Gn(e){let t=Wn(e.viewport,e.content),n=e.scrollbar.paddingStart+e.scrollbar.paddingEnd,r=(e.scrollbar.size-n)*t;return Math.max(r,18)}function Kn(e,t){return n=>{if(e[0]===e[1]||t[0]===t[1])return t[0];let r=(t[1]-t[0])/(e[1]-e[0]);return t[0]+r*(n-e[0])}}function qn(e,[t,n]){return Math.min(n,Math.max(t,e))}function Jn(e,t,n=`ltr`){let r=Gn(t),i=t.scrollbar.paddingStart+t.scrollbar.paddingEnd,a=t.scrollbar.size-i,o=t.content-t.viewport,s=a-r,c=qn(e,n===`ltr`?[0,o]:[o*-1,0]);return Kn([0,o],[0,s])(c)}function Yn(e,t,n,r=`ltr`){let i=Gn(n),a=i/2,o=t||a,s=i-o,c=n.scrollbar.paddingStart+o,l=n.scrollbar.size-n.scrollbar.paddingEnd-s,u=n.content-n.viewport,d=r===`ltr`?[0,u]:[u*-1,0];return Kn([c,l],d)(e)}function Xn(e,t){return e>0&&e<t}function Zn(e){return e?parseInt(e,10):0}function Qn(e,t,{checkForDefaultPrevented:n=!0}={}){return r=>{e?.(r),n!==!1&&r.defaultPrevented||t?.(r)}}var[$n,er]=D(`ScrollAreaScrollbar was not found in tree`);function tr(e){let{sizes:t,hasThumb:n,onThumbChange:r,onThumbPointerUp:i,onThumbPointerDown:a,onThumbPositionChange:o,onDragScroll:s,onWheelScroll:c,onResize:l,ref:u,...d}=e,f=Rn(),[p,h]=(0,m.useState)(null),g=je(u,h),_=(0,m.useRef)(null),v=(0,m.useRef)(``),y=t.content-t.viewport,b=(0,m.useEffectEvent)(e=>c(e,y)),x=I(o),S=L(l,10),C=e=>{if(_.current){let t=e.clientX-_.current.left,n=e.clientY-_.current.top;s({x:t,y:n})}};return(0,m.useEffect)(()=>{if(!p)return;let e=e=>b(e);return p.addEventListener(`wheel`,e,{passive:!1}),()=>p.removeEventListener(`wheel`,e)},[p]),(0,m.useEffect)(x,[t,x]),zn(p,S),zn(f.content,S),(0,U.jsx)($n,{value:{scrollbar:p,hasThumb:n,onThumbChange:I(r),onThumbPointerUp:I(i),onThumbPositionChange:x,onThumbPointerDown:I(a)},children:(0,U.jsx)(`div`,{...d,ref:g,"data-mantine-scrollbar":!0,style:{position:`absolute`,...d.style},onPointerDown:Qn(e.onPointerDown,e=>{e.preventDefault(),e.button===0&&(e.target.setPointerCapture(e.pointerId),_.current=p.getBoundingClientRect(),v.current=document.body.style.webkitUserSelect,document.body.style.webkitUserSelect=`none`,C(e))}),onPointerMove:Qn(e.onPointerMove,C),onPointerUp:Qn(e.onPointerUp,e=>{let t=e.target;t.hasPointerCapture(e.pointerId)&&(e.preventDefault(),t.releasePointerCapture(e.pointerId))}),onLostPointerCapture:()=>{document.body.style.webkitUserSelect=v.current,_.current=null}})})}var nr=e=>{let{sizes:t,onSizesChange:n,style:r,ref:i,...a}=e,o=Rn(),[s,c]=(0,m.useState)(),l=(0,m.useRef)(null),u=je(i,l,o.onScrollbarXChange);return(0,m.useEffect)(()=>{l.current&&c(getComputedStyle(l.current))},[l]),(0,U.jsx)(tr,{"data-orientation":`horizontal`,...a,ref:u,sizes:t,style:{...r,"--sa-thumb-width":`${Gn(t)}px`},onThumbPointerDown:t=>e.onThumbPointerDown(t.x),onDragScroll:t=>e.onDragScroll(t.x),onWheelScroll:(t,n)=>{if(o.viewport){let r=o.viewport.scrollLeft+t.deltaX;e.onWheelScroll(r),Xn(r,n)&&t.preventDefault()}},onResize:()=>{l.current&&o.viewport&&s&&n({content:o.viewport.scrollWidth,viewport:o.viewport.offsetWidth,scrollbar:{size:l.current.clientWidth,paddingStart:Zn(s.paddingLeft),paddingEnd:Zn(s.paddingRight)}})}})};nr.displayName=`@mantine/core/ScrollAreaScrollbarX`;function rr(e){let{sizes:t,onSizesChange:n,style:r,ref:i,...a}=e,o=Rn(),[s,c]=(0,m.useState)(),l=(0,m.useRef)(null),u=je(i,l,o.onScrollbarYChange);return(0,m.useEffect)(()=>{l.current&&c(window.getComputedStyle(l.current))},[]),(0,U.jsx)(tr,{...a,"data-orientation":`vertical`,ref:u,sizes:t,style:{"--sa-thumb-height":`${Gn(t)}px`,...r},onThumbPointerDown:t=>e.onThumbPointerDown(t.y),onDragScroll:t=>e.onDragScroll(t.y),onWheelScroll:(t,n)=>{if(o.viewport){let r=o.viewport.scrollTop+t.deltaY;e.onWheelScroll(r),Xn(r,n)&&t.preventDefault()}},onResize:()=>{l.current&&o.viewport&&s&&n({content:o.viewport.scrollHeight,viewport:o.viewport.offsetHeight,scrollbar:{size:l.current.clientHeight,paddingStart:Zn(s.paddingTop),paddingEnd:Zn(s.paddingBottom)}})}})}rr.displayName=`@mantine/core/ScrollAreaScrollbarY`;function ir(e){let{orientation:t=`vertical`,...n}=e,{dir:r}=In(),i=Rn(),a=(0,m.useRef)(null),o=(0,m.useRef)(0),[s,c]=(0,m.useState)({content:0,viewport:0,scrollbar:{size:0,paddingStart:0,paddingEnd:0}}),l=Wn(s.viewport,s.content),u={...n,sizes:s,onSizesChange:c,hasThumb:l>0&&l<1,onThumbChange:e=>{a.current=e},onThumbPointerUp:()=>{o.current=0},onThumbPointerDown:e=>{o.current=e}},d=(e,t)=>Yn(e,o.current,s,t);return t===`horizontal`?(0,U.jsx)(nr,{...u,onThumbPositionChange:()=>{if(i.viewport&&a.current){let e=i.viewport.scrollLeft,t=Jn(e,s,r);a.current.style.transform=`translate3d(${t}px, 0, 0)`}},onWheelScroll:e=>{i.viewport&&(i.viewport.scrollLeft=e)},onDragScroll:e=>{i.viewport&&(i.viewport.scrollLeft=d(e,r))}}):t===`vertical`?(0,U.jsx)(rr,{...u,onThumbPositionChange:()=>{if(i.viewport&&a.current){let e=i.viewport.scrollTop,t=Jn(e,s);s.scrollbar.size===0?a.current.style.setProperty(`--thumb-opacity`,`0`):a.current.style.setProperty(`--thumb-opacity`,`1`),a.current.style.transform=`translate3d(0, ${t}px, 0)`}},onWheelScroll:e=>{i.viewport&&(i.viewport.scrollTop=e)},onDragScroll:e=>{i.viewport&&(i.viewport.scrollTop=d(e))}}):null}ir.displayName=`@mantine/core/ScrollAreaScrollbarVisible`;function ar(e){let t=Rn(),{forceMount:n,...r}=e,[i,a]=(0,m.useState)(!1),o=e.orientation===`horizontal`,s=L(()=>{if(t.viewport){let e=t.viewport.offsetWidth<t.viewport.scrollWidth,n=t.viewport.offsetHeight<t.viewport.scrollHeight;a(o?e:n)}},10);return zn(t.viewport,s),zn(t.content,s),n||i?(0,U.jsx)(ir,{"data-state":i?`visible`:`hidden`,...r}):null}ar.displayName=`@mantine/core/ScrollAreaScrollbarAuto`;function or(e){let{forceMount:t,...n}=e,r=Rn(),[i,a]=(0,m.useState)(!1);return(0,m.useEffect)(()=>{let{scrollArea:e}=r,t=0;if(e){let n=()=>{window.clearTimeout(t),a(!0)},i=()=>{t=window.setTimeout(()=>a(!1),r.scrollHideDelay)};return e.addEventListener(`pointerenter`,n),e.addEventListener(`pointerleave`,i),()=>{window.clearTimeout(t),e.removeEventListener(`pointerenter`,n),e.removeEventListener(`pointerleave`,i)}}},[r.scrollArea,r.scrollHideDelay]),t||i?(0,U.jsx)(ar,{"data-state":i?`visible`:`hidden`,...n}):null}or.displayName=`@mantine/core/ScrollAreaScrollbarHover`;function sr(e){let{forceMount:t,...n}=e,r=Rn(),i=e.orientation===`horizontal`,[a,o]=(0,m.useState)(`hidden`),s=L(()=>o(`idle`),100);return(0,m.useEffect)(()=>{if(a===`idle`){let e=window.setTimeout(()=>o(`hidden`),r.scrollHideDelay);return()=>window.clearTimeout(e)}},[a,r.scrollHideDelay]),(0,m.useEffect)(()=>{let{viewport:e}=r,t=i?`scrollLeft`:`scrollTop`;if(e){let n=e[t],r=()=>{let r=e[t];n!==r&&(o(`scrolling`),s()),n=r};return e.addEventListener(`scroll`,r),()=>e.removeEventListener(`scroll`,r)}},[r.viewport,i,s]),t||a!==`hidden`?(0,U.jsx)(ir,{"data-state":a===`hidden`?`hidden`:`visible`,...n,onPointerEnter:Qn(e.onPointerEnter,()=>o(`interacting`)),onPointerLeave:Qn(e.onPointerLeave,()=>o(`idle`))}):null}function cr(e){let{forceMount:t,...n}=e,r=Rn(),{onScrollbarXEnabledChange:i,onScrollbarYEnabledChange:a}=r,o=e.orientation===`horizontal`;return(0,m.useEffect)(()=>(o?i(!0):a(!0),()=>{o?i(!1):a(!1)}),[o,i,a]),r.type===`hover`?(0,U.jsx)(or,{...n,forceMount:t}):r.type===`scroll`?(0,U.jsx)(sr,{...n,forceMount:t}):r.type===`auto`?(0,U.jsx)(ar,{...n,forceMount:t}):r.type===`always`?(0,U.jsx)(ir,{...n}):null}cr.displayName=`@mantine/core/ScrollAreaScrollbar`;function lr(e,t=()=>{}){let n={left:e.scrollLeft,top:e.scrollTop},r=0;return(function i(){let a={left:e.scrollLeft,top:e.scrollTop},o=n.left!==a.left,s=n.top!==a.top;(o||s)&&t(),n=a,r=window.requestAnimationFrame(i)})(),()=>window.cancelAnimationFrame(r)}function ur(e){let{style:t,ref:n,...r}=e,i=Rn(),a=er(),{onThumbPositionChange:o}=a,s=je(n,a.onThumbChange),c=(0,m.useRef)(void 0),l=L(()=>{c.current&&=(c.current(),void 0)},100);return(0,m.useEffect)(()=>{let{viewport:e}=i;if(e){let t=()=>{if(l(),!c.current){let t=lr(e,o);c.current=t,o()}};return o(),e.addEventListener(`scroll`,t),()=>{e.removeEventListener(`scroll`,t),c.current?.(),c.current=void 0}}},[i.viewport,l,o]),(0,U.jsx)(`div`,{"data-state":a.hasThumb?`visible`:`hidden`,...r,ref:s,style:{width:`var(--sa-thumb-width)`,height:`var(--sa-thumb-height)`,...t},onPointerDownCapture:Qn(e.onPointerDownCapture,e=>{let t=e.target.getBoundingClientRect(),n=e.clientX-t.left,r=e.clientY-t.top;a.onThumbPointerDown({x:n,y:r})}),onPointerUp:Qn(e.onPointerUp,a.onThumbPointerUp)})}ur.displayName=`@mantine/core/ScrollAreaThumb`;function dr(e){let{forceMount:t,...n}=e,r=er();return t||r.hasThumb?(0,U.jsx)(ur,{...n}):null}dr.displayName=`@mantine/core/ScrollAreaThumb`;function fr({children:e,style:t,ref:n,onWheel:r,...i}){let a=Rn(),o=je(n,a.onViewportChange),s=e=>{if(r?.(e),a.scrollbarXEnabled&&a.viewport&&e.shiftKey){let{scrollTop:t,scrollHeight:n,clientHeight:r,scrollWidth:i,clientWidth:o}=a.viewport,s=t<1,c=t>=n-r-1;i>o&&(s||c)&&e.stopPropagation()}};return(0,U.jsx)(q,{...i,ref:o,onWheel:s,"data-scrollarea-viewport":!0,style:{overflowX:a.scrollbarXEnabled?`scroll`:`hidden`,overflowY:a.scrollbarYEnabled?`scroll`:`hidden`,...t},children:(0,U.jsx)(`div`,{...a.getStyles(`content`),ref:a.onContentChange,children:e})})}fr.displayName=`@mantine/core/ScrollAreaViewport`;var pr={root:`m_d57069b5`,content:`m_b1336c6`,viewport:`m_c0783ff9`,viewportInner:`m_f8f631dd`,scrollbar:`m_c44ba933`,thumb:`m_d8b5e363`,corner:`m_21657268`};function mr(){return typeof window<`u`}function hr(e){return _r(e)?(e.nodeName||``).toLowerCase():`#document`}function J(e){var t;return(e==null||(t=e.ownerDocument)==null?void 0:t.defaultView)||window}function gr(e){return((_r(e)?e.ownerDocument:e.document)||window.document)?.documentElement}function _r(e){return mr()?e instanceof Node||e instanceof J(e).Node:!1}function Y(e){return mr()?e instanceof Element||e instanceof J(e).Element:!1}function vr(e){return mr()?e instanceof HTMLElement||e instanceof J(e).HTMLElement:!1}function yr(e){return!mr()||typeof ShadowRoot>`u`?!1:e instanceof ShadowRoot||e instanceof J(e).ShadowRoot}function br(e){let{overflow:t,overflowX:n,overflowY:r,display:i}=jr(e);return/auto|scroll|overlay|hidden|clip/.test(t+r+n)&&i!==`inline`&&i!==`contents`}function xr(e){return/^(table|td|th)$/.test(hr(e))}function Sr(e){try{if(e.matches(`:popover-open`))return!0}catch{}try{return e.matches(`:modal`)}catch{return!1}}var Cr=/transform|translate|scale|rotate|perspective|filter/,wr=/paint|layout|strict|content/,Tr=e=>!!e&&e!==`none`,Er;function Dr(e){let t=Y(e)?jr(e):e;return Tr(t.transform)||Tr(t.translate)||Tr(t.scale)||Tr(t.rotate)||Tr(t.perspective)||!kr()&&(Tr(t.backdropFilter)||Tr(t.filter))||Cr.test(t.willChange||``)||wr.test(t.contain||``)}function Or(e){let t=Nr(e);for(;vr(t)&&!Ar(t);){if(Dr(t))return t;if(Sr(t))return null;t=Nr(t)}return null}function kr(){return Er??=typeof CSS<`u`&&CSS.supports&&CSS.supports(`-webkit-backdrop-filter`,`none`),Er}function Ar(e){return/^(html|body|#document)$/.test(hr(e))}function jr(e){return J(e).getComputedStyle(e)}function Mr(e){return Y(e)?{scrollLeft:e.scrollLeft,scrollTop:e.scrollTop}:{scrollLeft:e.scrollX,scrollTop:e.scrollY}}function Nr(e){if(hr(e)===`html`)return e;let t=e.assignedSlot||e.parentNode||yr(e)&&e.host||gr(e);return yr(t)?t.host:t}function Pr(e){let t=Nr(e);return Ar(t)?(e.ownerDocument||e).body:vr(t)&&br(t)?t:Pr(t)}function Fr(e,t,n){t===void 0&&(t=[]),n===void 0&&(n=!0);let r=Pr(e),i=r===e.ownerDocument?.body,a=J(r);if(i){let e=Ir(a);return t.concat(a,a.visualViewport||[],br(r)?r:[],e&&n?Fr(e):[])}return t.concat(r,Fr(r,[],n))}function Ir(e){return e.parent&&Object.getPrototypeOf(e.parent)?e.frameElement:null}var Lr=[`top`,`right`,`bottom`,`left`],Rr=Math.min,zr=Math.max,Br=Math.round,Vr=Math.floor,Hr=e=>({x:e,y:e}),Ur={left:`right`,right:`left`,bottom:`top`,top:`bottom`};function Wr(e,t,n){return zr(e,Rr(t,n))}function Gr(e,t){return typeof e==`function`?e(t):e}function Kr(e){return e.split(`-`)[0]}function qr(e){return e.split(`-`)[1]}function Jr(e){return e===`x`?`y`:`x`}function Yr(e){return e===`y`?`height`:`width`}function Xr(e){let t=e[0];return t===`t`||t===`b`?`y`:`x`}function Zr(e){return Jr(Xr(e))}function Qr(e,t,n){n===void 0&&(n=!1);let r=qr(e),i=Zr(e),a=Yr(i),o=i===`x`?r===(n?`end`:`start`)?`right`:`left`:r===`start`?`bottom`:`top`;return t.reference[a]>t.floating[a]&&(o=si(o)),[o,si(o)]}function $r(e){let t=si(e);return[ei(e),t,ei(t)]}function ei(e){return e.includes(`start`)?e.replace(`start`,`end`):e.replace(`end`,`start`)}var ti=[`left`,`right`],ni=[`right`,`left`],ri=[`top`,`bottom`],ii=[`bottom`,`top`];function ai(e,t,n){switch(e){case`top`:case`bottom`:return n?t?ni:ti:t?ti:ni;case`left`:case`right`:return t?ri:ii;default:return[]}}function oi(e,t,n,r){let i=qr(e),a=ai(Kr(e),n===`start`,r);return i&&(a=a.map(e=>e+`-`+i),t&&(a=a.concat(a.map(ei)))),a}function si(e){let t=Kr(e);return Ur[t]+e.slice(t.length)}function ci(e){return{top:e.top??0,right:e.right??0,bottom:e.bottom??0,left:e.left??0}}function li(e){return typeof e==`number`?{top:e,right:e,bottom:e,left:e}:ci(e)}function ui(e){let{x:t,y:n,width:r,height:i}=e;return{width:r,height:i,top:n,left:t,right:t+r,bottom:n+i,x:t,y:n}}function di(){let e=navigator.userAgentData;return e!=null&&e.platform?e.platform:navigator.platform}function fi(){let e=navigator.userAgentData;return e&&Array.isArray(e.brands)?e.brands.map(e=>{let{brand:t,version:n}=e;return t+`/`+n}).join(` `):navigator.userAgent}function pi(){return/apple/i.test(navigator.vendor)}function mi(){return di().toLowerCase().startsWith(`mac`)&&!navigator.maxTouchPoints}function hi(){return fi().includes(`jsdom/`)}var gi=`data-floating-ui-focusable`,_i=`input:not([type='hidden']):not([disabled]),[contenteditable]:not([contenteditable='false']),textarea:not([disabled])`;function vi(e){let t=e.activeElement;for(;((n=t)==null||(n=n.shadowRoot)==null?void 0:n.activeElement)!=null;){var n;t=t.shadowRoot.activeElement}return t}function yi(e,t){if(!e||!t)return!1;let n=t.getRootNode==null?void 0:t.getRootNode();if(e.contains(t))return!0;if(n&&yr(n)){let n=t;for(;n;){if(e===n)return!0;n=n.parentNode||n.host}}return!1}function bi(e){return`composedPath`in e?e.composedPath()[0]:e.target}function xi(e,t){if(t==null)return!1;if(`composedPath`in e)return e.composedPath().includes(t);let n=e;return n.target!=null&&t.contains(n.target)}function Si(e){return e.matches(`html,body`)}function Ci(e){return e?.ownerDocument||document}function wi(e){return vr(e)&&e.matches(_i)}function Ti(e){if(!e||hi())return!0;try{return e.matches(`:focus-visible`)}catch{return!0}}function Ei(e){return e?e.hasAttribute(gi)?e:e.querySelector(`[`+gi+`]`)||e:null}function Di(e,t,n){return n===void 0&&(n=!0),e.filter(e=>e.parentId===t&&(!n||e.context?.open)).flatMap(t=>[t,...Di(e,t.id,n)])}function Oi(e){return`nativeEvent`in e}function ki(e,t){let n=[`mouse`,`pen`];return t||n.push(``,void 0),n.includes(e)}var Ai=typeof document<`u`?m.useLayoutEffect:function(){},ji={...m};function Mi(e){let t=m.useRef(e);return Ai(()=>{t.current=e}),t}var Ni=ji.useInsertionEffect||(e=>e());function Pi(e){let t=m.useRef(()=>{});return Ni(()=>{t.current=e}),m.useCallback(function(){var e=[...arguments];return t.current==null?void 0:t.current(...e)},[])}function Fi(e,t,n){let{reference:r,floating:i}=e,a=Xr(t),o=Zr(t),s=Yr(o),c=Kr(t),l=a===`y`,u=r.x+r.width/2-i.width/2,d=r.y+r.height/2-i.height/2,f=r[s]/2-i[s]/2,p;switch(c){case`top`:p={x:u,y:r.y-i.height};break;case`bottom`:p={x:u,y:r.y+r.height};break;case`right`:p={x:r.x+r.width,y:d};break;case`left`:p={x:r.x-i.width,y:d};break;default:p={x:r.x,y:r.y}}let m=qr(t);return m&&(p[o]+=f*(m===`end`?1:-1)*(n&&l?-1:1)),p}async function Ii(e,t){t===void 0&&(t={});let{x:n,y:r,platform:i,rects:a,elements:o,strategy:s}=e,{boundary:c=`clippingAncestors`,rootBoundary:l=`viewport`,elementContext:u=`floating`,altBoundary:d=!1,padding:f=0}=Gr(t,e),p=li(f),m=o[d?u===`floating`?`reference`:`floating`:u],h=ui(await i.getClippingRect({element:await(i.isElement==null?void 0:i.isElement(m))??!0?m:m.contextElement||await(i.getDocumentElement==null?void 0:i.getDocumentElement(o.floating)),boundary:c,rootBoundary:l,strategy:s})),g=u===`floating`?{x:n,y:r,width:a.floating.width,height:a.floating.height}:a.reference,_=await(i.getOffsetParent==null?void 0:i.getOffsetParent(o.floating)),v=await(i.isElement==null?void 0:i.isElement(_))&&await(i.getScale==null?void 0:i.getScale(_))||{x:1,y:1},y=ui(i.convertOffsetParentRelativeRectToViewportRelativeRect?await i.convertOffsetParentRelativeRectToViewportRelativeRect({elements:o,rect:g,offsetParent:_,strategy:s}):g);return{top:(h.top-y.top+p.top)/v.y,bottom:(y.bottom-h.bottom+p.bottom)/v.y,left:(h.left-y.left+p.left)/v.x,right:(y.right-h.right+p.right)/v.x}}var Li=50,Ri=async(e,t,n)=>{let{placement:r=`bottom`,strategy:i=`absolute`,middleware:a=[],platform:o}=n,s=o.detectOverflow?o:{...o,detectOverflow:Ii},c=await(o.isRTL==null?void 0:o.isRTL(t)),l=await o.getElementRects({reference:e,floating:t,strategy:i}),{x:u,y:d}=Fi(l,r,c),f=r,p=0,m={};for(let n=0;n<a.length;n++){let h=a[n];if(!h)continue;let{name:g,fn:_}=h,{x:v,y,data:b,reset:x}=await _({x:u,y:d,initialPlacement:r,placement:f,strategy:i,middlewareData:m,rects:l,platform:s,elements:{reference:e,floating:t}});u=v??u,d=y??d,m[g]={...m[g],...b},x&&p<Li&&(p++,typeof x==`object`&&(x.placement&&(f=x.placement),x.rects&&(l=x.rects===!0?await o.getElementRects({reference:e,floating:t,strategy:i}):x.rects),{x:u,y:d}=Fi(l,f,c)),n=-1)}return{x:u,y:d,placement:f,strategy:i,middlewareData:m}},zi=e=>({name:`arrow`,options:e,async fn(t){let{x:n,y:r,placement:i,rects:a,platform:o,elements:s,middlewareData:c}=t,{element:l,padding:u=0}=Gr(e,t)||{};if(l==null)return{};let d=li(u),f={x:n,y:r},p=Zr(i),m=Yr(p),h=await o.getDimensions(l),g=p===`y`,_=g?`top`:`left`,v=g?`bottom`:`right`,y=g?`clientHeight`:`clientWidth`,b=a.reference[m]+a.reference[p]-f[p]-a.floating[m],x=f[p]-a.reference[p],S=await(o.getOffsetParent==null?void 0:o.getOffsetParent(l)),C=S?S[y]:0;C&&await(o.isElement==null?void 0:o.isElement(S))||(C=s.floating[y]||a.floating[m]);let w=b/2-x/2,T=C/2-h[m]/2-1,E=Rr(d[_],T),D=Rr(d[v],T),O=C-h[m]-D,k=C/2-h[m]/2+w,A=Wr(E,k,O),j=!c.arrow&&qr(i)!=null&&k!==A&&a.reference[m]/2-(k<E?E:D)-h[m]/2<0,M=j?k<E?k-E:k-O:0;return{[p]:f[p]+M,data:{[p]:A,centerOffset:k-A-M,...j&&{alignmentOffset:M}},reset:j}}}),Bi=function(e){return e===void 0&&(e={}),{name:`flip`,options:e,async fn(t){var n;let{placement:r,middlewareData:i,rects:a,initialPlacement:o,platform:s,elements:c}=t,{mainAxis:l=!0,crossAxis:u=!0,fallbackPlacements:d,fallbackStrategy:f=`bestFit`,fallbackAxisSideDirection:p=`none`,flipAlignment:m=!0,...h}=Gr(e,t);if((n=i.arrow)!=null&&n.alignmentOffset)return{};let g=Kr(r),_=Xr(o),v=Kr(o)===o,y=await(s.isRTL==null?void 0:s.isRTL(c.floating)),b=d||(v||!m?[si(o)]:$r(o)),x=p!==`none`;!d&&x&&b.push(...oi(o,m,p,y));let S=[o,...b],C=await s.detectOverflow(t,h),w=[],T=i.flip?.overflows||[];if(l&&w.push(C[g]),u){let e=Qr(r,a,y);w.push(C[e[0]],C[e[1]])}if(T=[...T,{placement:r,overflows:w}],!w.every(e=>e<=0)){let e=(i.flip?.index||0)+1,t=S[e];if(t&&(u!==`alignment`||_===Xr(t)||T.every(e=>Xr(e.placement)!==_||e.overflows[0]>0)))return{data:{index:e,overflows:T},reset:{placement:t}};let n=T.filter(e=>e.overflows[0]<=0).sort((e,t)=>e.overflows[1]-t.overflows[1])[0]?.placement;if(!n)switch(f){case`bestFit`:{let e=T.filter(e=>{if(x){let t=Xr(e.placement);return t===_||t===`y`}return!0}).map(e=>[e.placement,e.overflows.filter(e=>e>0).reduce((e,t)=>e+t,0)]).sort((e,t)=>e[1]-t[1])[0]?.[0];e&&(n=e);break}case`initialPlacement`:n=o}if(r!==n)return{reset:{placement:n}}}return{}}}};function Vi(e,t){return{top:e.top-t.height,right:e.right-t.width,bottom:e.bottom-t.height,left:e.left-t.width}}function Hi(e){return Lr.some(t=>e[t]>=0)}var Ui=function(e){return e===void 0&&(e={}),{name:`hide`,options:e,async fn(t){let{rects:n,platform:r}=t,{strategy:i=`referenceHidden`,...a}=Gr(e,t);switch(i){case`referenceHidden`:{let e=Vi(await r.detectOverflow(t,{...a,elementContext:`reference`}),n.reference);return{data:{referenceHiddenOffsets:e,referenceHidden:Hi(e)}}}case`escaped`:{let e=Vi(await r.detectOverflow(t,{...a,altBoundary:!0}),n.floating);return{data:{escapedOffsets:e,escaped:Hi(e)}}}default:return{}}}}};function Wi(e){let t=Rr(...e.map(e=>e.left)),n=Rr(...e.map(e=>e.top)),r=zr(...e.map(e=>e.right)),i=zr(...e.map(e=>e.bottom));return{x:t,y:n,width:r-t,height:i-n}}function Gi(e){let t=e.slice().sort((e,t)=>e.y-t.y),n=[],r=null;for(let e=0;e<t.length;e++){let i=t[e];!r||i.y-r.y>r.height/2?n.push([i]):n[n.length-1].push(i),r=i}return n.map(e=>ui(Wi(e)))}var Ki=function(e){return e===void 0&&(e={}),{name:`inline`,options:e,async fn(t){let{placement:n,elements:r,rects:i,platform:a,strategy:o}=t,{padding:s=2,x:c,y:l}=Gr(e,t),u=Array.from(await(a.getClientRects==null?void 0:a.getClientRects(r.reference))||[]);if(!u.length)return{};let d=Gi(u),f=ui(Wi(u)),p=li(s);function m(){if(d.length===2&&(d[0].left>d[1].right||d[1].left>d[0].right)&&c!=null&&l!=null)return d.find(e=>c>e.left-p.left&&c<e.right+p.right&&l>e.top-p.top&&l<e.bottom+p.bottom)||f;if(d.length>=2){if(Xr(n)===`y`){let e=d[0],t=d[d.length-1],r=Kr(n)===`top`,i=e.top,a=t.bottom,o=r?e.left:t.left;return ui({x:o,y:i,width:(r?e.right:t.right)-o,height:a-i})}let e=Kr(n)===`left`,t=zr(...d.map(e=>e.right)),r=Rr(...d.map(e=>e.left)),i=d.filter(n=>e?n.left===r:n.right===t),a=i[0].top,o=i[i.length-1].bottom;return ui({x:r,y:a,width:t-r,height:o-a})}return f}let h=await a.getElementRects({reference:{getBoundingClientRect:m},floating:r.floating,strategy:o});return i.reference.x!==h.reference.x||i.reference.y!==h.reference.y||i.reference.width!==h.reference.width||i.reference.height!==h.reference.height?{reset:{rects:h}}:{}}}},qi=new Set([`left`,`top`]);async function Ji(e,t){let{placement:n,platform:r,elements:i}=e,a=await(r.isRTL==null?void 0:r.isRTL(i.floating)),o=Kr(n),s=qr(n),c=Xr(n)===`y`,l=qi.has(o)?-1:1,u=a&&c?-1:1,d=Gr(t,e),{mainAxis:f,crossAxis:p,alignmentAxis:m}=typeof d==`number`?{mainAxis:d,crossAxis:0,alignmentAxis:null}:{mainAxis:d.mainAxis||0,crossAxis:d.crossAxis||0,alignmentAxis:d.alignmentAxis};return s&&typeof m==`number`&&(p=s===`end`?m*-1:m),c?{x:p*u,y:f*l}:{x:f*l,y:p*u}}var Yi=function(e){return e===void 0&&(e=0),{name:`offset`,options:e,async fn(t){var n;let{x:r,y:i,placement:a,middlewareData:o}=t,s=await Ji(t,e);return a===o.offset?.placement&&(n=o.arrow)!=null&&n.alignmentOffset?{}:{x:r+s.x,y:i+s.y,data:{...s,placement:a}}}}},Xi=function(e){return e===void 0&&(e={}),{name:`shift`,options:e,async fn(t){let{x:n,y:r,placement:i,platform:a}=t,{mainAxis:o=!0,crossAxis:s=!1,limiter:c={fn:e=>{let{x:t,y:n}=e;return{x:t,y:n}}},...l}=Gr(e,t),u={x:n,y:r},d=await a.detectOverflow(t,l),f=Xr(i),p=Jr(f),m=u[p],h=u[f],g=(e,t)=>Wr(t+d[e===`y`?`top`:`left`],t,t-d[e===`y`?`bottom`:`right`]);o&&(m=g(p,m)),s&&(h=g(f,h));let _=c.fn({...t,[p]:m,[f]:h});return{..._,data:{x:_.x-n,y:_.y-r,enabled:{[p]:o,[f]:s}}}}}},Zi=function(e){return e===void 0&&(e={}),{options:e,fn(t){let{x:n,y:r,placement:i,rects:a,middlewareData:o}=t,{offset:s=0,mainAxis:c=!0,crossAxis:l=!0}=Gr(e,t),u={x:n,y:r},d=Xr(i),f=Jr(d),p=u[f],m=u[d],h=Gr(s,t),g=typeof h==`number`?{mainAxis:h,crossAxis:0}:{mainAxis:h.mainAxis??0,crossAxis:h.crossAxis??0};if(c){let e=f===`y`?`height`:`width`,t=a.reference[f]-a.floating[e]+g.mainAxis,n=a.reference[f]+a.reference[e]-g.mainAxis;p<t?p=t:p>n&&(p=n)}if(l){let e=f===`y`?`width`:`height`,t=qi.has(Kr(i)),n=a.reference[d]-a.floating[e]+(t&&o.offset?.[d]||0)+(t?0:g.crossAxis),r=a.reference[d]+a.reference[e]+(t?0:o.offset?.[d]||0)-(t?g.crossAxis:0);m<n?m=n:m>r&&(m=r)}return{[f]:p,[d]:m}}}},Qi=function(e){return e===void 0&&(e={}),{name:`size`,options:e,async fn(t){let{placement:n,rects:r,platform:i,elements:a}=t,{apply:o=()=>{},...s}=Gr(e,t),c=await i.detectOverflow(t,s),l=Kr(n),u=qr(n),d=Xr(n)===`y`,{width:f,height:p}=r.floating,m,h;l===`top`||l===`bottom`?(m=l,h=u===(await(i.isRTL==null?void 0:i.isRTL(a.floating))?`start`:`end`)?`left`:`right`):(h=l,m=u===`end`?`top`:`bottom`);let g=p-c.top-c.bottom,_=f-c.left-c.right,v=Rr(p-c[m],g),y=Rr(f-c[h],_),b=t.middlewareData.shift,x=!b,S=v,C=y;b!=null&&b.enabled.x&&(C=_),b!=null&&b.enabled.y&&(S=g),x&&!u&&(d?C=f-2*zr(c.left,c.right):S=p-2*zr(c.top,c.bottom)),await o({...t,availableWidth:C,availableHeight:S});let w=await i.getDimensions(a.floating);return f!==w.width||p!==w.height?{reset:{rects:!0}}:{}}}};function $i(e){let t=jr(e),n=parseFloat(t.width)||0,r=parseFloat(t.height)||0,i=vr(e),a=i?e.offsetWidth:n,o=i?e.offsetHeight:r,s=Br(n)!==a||Br(r)!==o;return s&&(n=a,r=o),{width:n,height:r,$:s}}function ea(e){return Y(e)?e:e.contextElement}function ta(e){let t=ea(e);if(!vr(t))return Hr(1);let n=t.getBoundingClientRect(),{width:r,height:i,$:a}=$i(t),o=(a?Br(n.width):n.width)/r,s=(a?Br(n.height):n.height)/i;return o&&Number.isFinite(o)||(o=1),s&&Number.isFinite(s)||(s=1),{x:o,y:s}}var na=Hr(0);function ra(e){let t=J(e);return!kr()||!t.visualViewport?na:{x:t.visualViewport.offsetLeft,y:t.visualViewport.offsetTop}}function ia(e,t,n){return t===void 0&&(t=!1),!!n&&t&&n===J(e)}function aa(e,t,n,r){t===void 0&&(t=!1),n===void 0&&(n=!1);let i=e.getBoundingClientRect(),a=ea(e),o=Hr(1);t&&(r?Y(r)&&(o=ta(r)):o=ta(e));let s=ia(a,n,r)?ra(a):Hr(0),c=(i.left+s.x)/o.x,l=(i.top+s.y)/o.y,u=i.width/o.x,d=i.height/o.y;if(a&&r){let e=J(a),t=Y(r)?J(r):r,n=e,i=Ir(n);for(;i&&t!==n;){let e=ta(i),t=i.getBoundingClientRect(),r=jr(i),a=t.left+(i.clientLeft+parseFloat(r.paddingLeft))*e.x,o=t.top+(i.clientTop+parseFloat(r.paddingTop))*e.y;c*=e.x,l*=e.y,u*=e.x,d*=e.y,c+=a,l+=o,n=J(i),i=Ir(n)}}return ui({width:u,height:d,x:c,y:l})}function oa(e,t){let n=Mr(e).scrollLeft;return t?t.left+n:aa(gr(e)).left+n}function sa(e,t){let n=e.getBoundingClientRect();return{x:n.left+t.scrollLeft-oa(e,n),y:n.top+t.scrollTop}}function ca(e){let{elements:t,rect:n,offsetParent:r,strategy:i}=e,a=i===`fixed`,o=gr(r),s=t?Sr(t.floating):!1;if(r===o||s&&a)return n;let c={scrollLeft:0,scrollTop:0},l=Hr(1),u=Hr(0),d=vr(r);if((d||!a)&&((hr(r)!==`body`||br(o))&&(c=Mr(r)),d)){let e=aa(r);l=ta(r),u.x=e.x+r.clientLeft,u.y=e.y+r.clientTop}let f=o&&!d&&!a?sa(o,c):Hr(0);return{width:n.width*l.x,height:n.height*l.y,x:n.x*l.x-c.scrollLeft*l.x+u.x+f.x,y:n.y*l.y-c.scrollTop*l.y+u.y+f.y}}function la(e){return e.getClientRects?Array.from(e.getClientRects()):[]}function ua(e){let t=Mr(e),n=e.ownerDocument.body,r=zr(e.scrollWidth,e.clientWidth,n.scrollWidth,n.clientWidth),i=zr(e.scrollHeight,e.clientHeight,n.scrollHeight,n.clientHeight),a=-t.scrollLeft+oa(e),o=-t.scrollTop;return jr(n).direction===`rtl`&&(a+=zr(e.clientWidth,n.clientWidth)-r),{width:r,height:i,x:a,y:o}}var da=25;function fa(e,t,n){n===void 0&&(n=`viewport`);let r=n===`layoutViewport`,i=J(e),a=gr(e),o=i.visualViewport,s=a.clientWidth,c=a.clientHeight,l=0,u=0;if(o){let e=!kr()||t===`fixed`;r?e||(l=-o.offsetLeft,u=-o.offsetTop):(s=o.width,c=o.height,e&&(l=o.offsetLeft,u=o.offsetTop))}if(oa(a)<=0){let e=a.ownerDocument,t=e.body,n=getComputedStyle(t),r=e.compatMode===`CSS1Compat`&&parseFloat(n.marginLeft)+parseFloat(n.marginRight)||0,i=Math.abs(a.clientWidth-t.clientWidth-r),o=getComputedStyle(a).scrollbarGutter===`stable both-edges`?i/2:i;o<=da&&(s-=o)}return{width:s,height:c,x:l,y:u}}function pa(e,t){let n=aa(e,!0,t===`fixed`),r=n.top+e.clientTop,i=n.left+e.clientLeft,a=ta(e);return{width:e.clientWidth*a.x,height:e.clientHeight*a.y,x:i*a.x,y:r*a.y}}function ma(e,t,n){let r;if(t===`viewport`||t===`layoutViewport`)r=fa(e,n,t);else if(t===`document`)r=ua(gr(e));else if(Y(t))r=pa(t,n);else{let n=ra(e);r={x:t.x-n.x,y:t.y-n.y,width:t.width,height:t.height}}return ui(r)}function ha(e,t){let n=t.get(e);if(n)return n;let r=Fr(e,[],!1).filter(e=>Y(e)&&hr(e)!==`body`),i=null,a=jr(e).position===`fixed`,o=a?Nr(e):e;for(;Y(o)&&!Ar(o);){let e=jr(o),t=Dr(o),n=i?i.position:a?`fixed`:``;!t&&(n===`fixed`||n===`absolute`&&e.position===`static`)?r=r.filter(e=>e!==o):i=e,o=Nr(o)}return t.set(e,r),r}function ga(e){let{element:t,boundary:n,rootBoundary:r,strategy:i}=e,a=[...n===`clippingAncestors`?Sr(t)?[]:ha(t,this._c):[].concat(n),r],o=ma(t,a[0],i),s=o.top,c=o.right,l=o.bottom,u=o.left;for(let e=1;e<a.length;e++){let n=ma(t,a[e],i);s=zr(n.top,s),c=Rr(n.right,c),l=Rr(n.bottom,l),u=zr(n.left,u)}return{width:c-u,height:l-s,x:u,y:s}}function _a(e){let{width:t,height:n}=$i(e);return{width:t,height:n}}function va(e,t,n){let r=vr(t),i=gr(t),a=n===`fixed`,o=aa(e,!0,a,t),s={scrollLeft:0,scrollTop:0},c=Hr(0);if((r||!a)&&((hr(t)!==`body`||br(i))&&(s=Mr(t)),r)){let e=aa(t,!0,a,t);c.x=e.x+t.clientLeft,c.y=e.y+t.clientTop}!r&&i&&(c.x=oa(i));let l=i&&!r&&!a?sa(i,s):Hr(0);return{x:o.left+s.scrollLeft-c.x-l.x,y:o.top+s.scrollTop-c.y-l.y,width:o.width,height:o.height}}function ya(e){return jr(e).position===`static`}function ba(e,t){if(!vr(e)||jr(e).position===`fixed`)return null;if(t)return t(e);let n=e.offsetParent;return gr(e)===n&&(n=n.ownerDocument.body),n}function xa(e,t){let n=J(e);if(Sr(e))return n;if(!vr(e)){let t=Nr(e);for(;t&&!Ar(t);){if(Y(t)&&!ya(t))return t;t=Nr(t)}return n}let r=ba(e,t);for(;r&&xr(r)&&ya(r);)r=ba(r,t);return r&&Ar(r)&&ya(r)&&!Dr(r)?n:r||Or(e)||n}var Sa=async function(e){let t=this.getOffsetParent||xa,n=this.getDimensions,r=await n(e.floating);return{reference:va(e.reference,await t(e.floating),e.strategy),floating:{x:0,y:0,width:r.width,height:r.height}}};function Ca(e){return jr(e).direction===`rtl`}var wa={convertOffsetParentRelativeRectToViewportRelativeRect:ca,getDocumentElement:gr,getClippingRect:ga,getOffsetParent:xa,getElementRects:Sa,getClientRects:la,getDimensions:_a,getScale:ta,isElement:Y,isRTL:Ca};function Ta(e,t){return e.x===t.x&&e.y===t.y&&e.width===t.width&&e.height===t.height}function Ea(e,t,n){let r=null,i,a=gr(e);function o(){var e;clearTimeout(i),(e=r)==null||e.disconnect(),r=null}function s(n,c){n===void 0&&(n=!1),c===void 0&&(c=1),o();let l=e.getBoundingClientRect(),{left:u,top:d,width:f,height:p}=l;if(n||t(),!f||!p)return;let m=Vr(d),h=Vr(a.clientWidth-(u+f)),g=Vr(a.clientHeight-(d+p)),_=Vr(u),v={rootMargin:-m+`px `+-h+`px `+-g+`px `+-_+`px`,threshold:zr(0,Rr(1,c))||1},y=!0;function b(t){let n=t[0].intersectionRatio;if(!Ta(l,e.getBoundingClientRect()))return s();if(n!==c){if(!y)return s();n?s(!1,n):i=setTimeout(()=>{s(!1,1e-7)},1e3)}y=!1}try{r=new IntersectionObserver(b,{...v,root:a.ownerDocument})}catch{r=new IntersectionObserver(b,v)}r.observe(e)}let c=J(e),l=()=>s(n);return c.addEventListener(`resize`,l),s(!0),()=>{c.removeEventListener(`resize`,l),o()}}function Da(e,t,n,r){r===void 0&&(r={});let{ancestorScroll:i=!0,ancestorResize:a=!0,elementResize:o=typeof ResizeObserver==`function`,layoutShift:s=typeof IntersectionObserver==`function`,animationFrame:c=!1}=r,l=ea(e),u=i||a?[...l?Fr(l):[],...t?Fr(t):[]]:[];u.forEach(e=>{i&&e.addEventListener(`scroll`,n),a&&e.addEventListener(`resize`,n)});let d=l&&s?Ea(l,n,a):null,f=-1,p=null;o&&(p=new ResizeObserver(e=>{let[r]=e;r&&r.target===l&&p&&t&&(p.unobserve(t),cancelAnimationFrame(f),f=requestAnimationFrame(()=>{var e;(e=p)==null||e.observe(t)})),n()}),l&&!c&&p.observe(l),t&&p.observe(t));let m,h=c?aa(e):null;c&&g();function g(){let t=aa(e);h&&!Ta(h,t)&&n(),h=t,m=requestAnimationFrame(g)}return n(),()=>{var e;u.forEach(e=>{i&&e.removeEventListener(`scroll`,n),a&&e.removeEventListener(`resize`,n)}),d?.(),(e=p)==null||e.disconnect(),p=null,c&&cancelAnimationFrame(m)}}var Oa=Yi,ka=Xi,Aa=Bi,ja=Qi,Ma=Ui,Na=zi,Pa=Ki,Fa=Zi,Ia=(e,t,n)=>{let r=new Map,i=n??{},a={...wa,...i.platform,_c:r};return Ri(e,t,{...i,platform:a})},La=typeof document<`u`?m.useLayoutEffect:function(){};function Ra(e,t){if(e===t)return!0;if(typeof e!=typeof t)return!1;if(typeof e==`function`&&e.toString()===t.toString())return!0;let n,r,i;if(e&&t&&typeof e==`object`){if(Array.isArray(e)){if(n=e.length,n!==t.length)return!1;for(r=n;r--!==0;)if(!Ra(e[r],t[r]))return!1;return!0}if(i=Object.keys(e),n=i.length,n!==Object.keys(t).length)return!1;for(r=n;r--!==0;)if(!{}.hasOwnProperty.call(t,i[r]))return!1;for(r=n;r--!==0;){let n=i[r];if(!(n===`_owner`&&e.$$typeof)&&!Ra(e[n],t[n]))return!1}return!0}return e!==e&&t!==t}function za(e){return typeof window>`u`?1:(e.ownerDocument.defaultView||window).devicePixelRatio||1}function Ba(e,t){let n=za(e);return Math.round(t*n)/n}function Va(e){let t=m.useRef(e);return La(()=>{t.current=e}),t}function Ha(e){e===void 0&&(e={});let{placement:t=`bottom`,strategy:n=`absolute`,middleware:r=[],platform:i,elements:{reference:a,floating:o}={},transform:s=!0,whileElementsMounted:c,open:l}=e,[u,d]=m.useState({x:0,y:0,strategy:n,placement:t,middlewareData:{},isPositioned:!1}),[f,p]=m.useState(r);Ra(f,r)||p(r);let[h,g]=m.useState(null),[_,v]=m.useState(null),y=m.useCallback(e=>{e!==C.current&&(C.current=e,g(e))},[]),b=m.useCallback(e=>{e!==w.current&&(w.current=e,v(e))},[]),x=a||h,S=o||_,C=m.useRef(null),w=m.useRef(null),E=m.useRef(u),D=c!=null,O=Va(c),k=Va(i),A=Va(l),j=m.useCallback(()=>{if(!C.current||!w.current)return;let e={placement:t,strategy:n,middleware:f};k.current&&(e.platform=k.current),Ia(C.current,w.current,e).then(e=>{let t={...e,isPositioned:A.current!==!1};M.current&&!Ra(E.current,t)&&(E.current=t,T.flushSync(()=>{d(t)}))})},[f,t,n,k,A]);La(()=>{l===!1&&E.current.isPositioned&&(E.current.isPositioned=!1,d(e=>({...e,isPositioned:!1})))},[l]);let M=m.useRef(!1);La(()=>(M.current=!0,()=>{M.current=!1}),[]),La(()=>{if(x&&(C.current=x),S&&(w.current=S),x&&S){if(O.current)return O.current(x,S,j);j()}},[x,S,j,O,D]);let N=m.useMemo(()=>({reference:C,floating:w,setReference:y,setFloating:b}),[y,b]),P=m.useMemo(()=>({reference:x,floating:S}),[x,S]),F=m.useMemo(()=>{let e={position:n,left:0,top:0};if(!P.floating)return e;let t=Ba(P.floating,u.x),r=Ba(P.floating,u.y);return s?{...e,transform:`translate(`+t+`px, `+r+`px)`,...za(P.floating)>=1.5&&{willChange:`transform`}}:{position:n,left:t,top:r}},[n,s,P.floating,u.x,u.y]);return m.useMemo(()=>({...u,update:j,refs:N,elements:P,floatingStyles:F}),[u,j,N,P,F])}var Ua=e=>{function t(e){return{}.hasOwnProperty.call(e,`current`)}return{name:`arrow`,options:e,fn(n){let{element:r,padding:i}=typeof e==`function`?e(n):e;return r&&t(r)?r.current==null?{}:Na({element:r.current,padding:i}).fn(n):r?Na({element:r,padding:i}).fn(n):{}}}},Wa=(e,t)=>{let n=Oa(e);return{name:n.name,fn:n.fn,options:[e,t]}},Ga=(e,t)=>{let n=ka(e);return{name:n.name,fn:n.fn,options:[e,t]}},Ka=(e,t)=>({fn:Fa(e).fn,options:[e,t]}),qa=(e,t)=>{let n=Aa(e);return{name:n.name,fn:n.fn,options:[e,t]}},Ja=(e,t)=>{let n=ja(e);return{name:n.name,fn:n.fn,options:[e,t]}},Ya=(e,t)=>{let n=Ma(e);return{name:n.name,fn:n.fn,options:[e,t]}},Xa=(e,t)=>{let n=Pa(e);return{name:n.name,fn:n.fn,options:[e,t]}},Za=(e,t)=>{let n=Ua(e);return{name:n.name,fn:n.fn,options:[e,t]}};function Qa(e){let t=m.useRef(void 0),n=m.useCallback(t=>{let n=e.map(e=>{if(e!=null){if(typeof e==`function`){let n=e,r=n(t);return typeof r==`function`?r:()=>{n(null)}}return e.current=t,()=>{e.current=null}}});return()=>{n.forEach(e=>e?.())}},e);return m.useMemo(()=>e.every(e=>e==null)?null:e=>{t.current&&=(t.current(),void 0),e!=null&&(t.current=n(e))},e)}var $a=`data-floating-ui-focusable`,eo=`active`,to=`selected`,no=`ArrowLeft`,ro=`ArrowRight`,io=`ArrowUp`,ao=`ArrowDown`,oo=[no,ro],so=[io,ao];[...oo,...so];var co={...m},lo=!1,uo=0,fo=()=>`floating-ui-`+Math.random().toString(36).slice(2,6)+uo++;function po(){let[e,t]=m.useState(()=>lo?fo():void 0);return Ai(()=>{e??t(fo())},[]),m.useEffect(()=>{lo=!0},[]),e}var mo=co.useId||po;function ho(){let e=new Map;return{emit(t,n){var r;(r=e.get(t))==null||r.forEach(e=>e(n))},on(t,n){e.has(t)||e.set(t,new Set),e.get(t).add(n)},off(t,n){var r;(r=e.get(t))==null||r.delete(n)}}}var go=m.createContext(null),_o=m.createContext(null),vo=()=>m.useContext(go)?.id||null,yo=()=>m.useContext(_o);function bo(e){return`data-floating-ui-`+e}function xo(e){e.current!==-1&&(clearTimeout(e.current),e.current=-1)}var So=bo(`safe-polygon`);function Co(e,t,n){if(n&&!ki(n))return 0;if(typeof e==`number`)return e;if(typeof e==`function`){let n=e();return typeof n==`number`?n:n?.[t]}return e?.[t]}function wo(e){return typeof e==`function`?e():e}function To(e,t){t===void 0&&(t={});let{open:n,onOpenChange:r,dataRef:i,events:a,elements:o}=e,{enabled:s=!0,delay:c=0,handleClose:l=null,mouseOnly:u=!1,restMs:d=0,move:f=!0}=t,p=yo(),h=vo(),g=Mi(l),_=Mi(c),v=Mi(n),y=Mi(d),b=m.useRef(),x=m.useRef(-1),S=m.useRef(),C=m.useRef(-1),w=m.useRef(!0),T=m.useRef(!1),E=m.useRef(()=>{}),D=m.useRef(!1),O=Pi(()=>{let e=i.current.openEvent?.type;return e?.includes(`mouse`)&&e!==`mousedown`});m.useEffect(()=>{if(!s)return;function e(e){let{open:t}=e;t||(xo(x),xo(C),w.current=!0,D.current=!1)}return a.on(`openchange`,e),()=>{a.off(`openchange`,e)}},[s,a]),m.useEffect(()=>{if(!s||!g.current||!n)return;function e(e){O()&&r(!1,e,`hover`)}let t=Ci(o.floating).documentElement;return t.addEventListener(`mouseleave`,e),()=>{t.removeEventListener(`mouseleave`,e)}},[o.floating,n,r,s,g,O]);let k=m.useCallback(function(e,t,n){t===void 0&&(t=!0),n===void 0&&(n=`hover`);let i=Co(_.current,`close`,b.current);i&&!S.current?(xo(x),x.current=window.setTimeout(()=>r(!1,e,n),i)):t&&(xo(x),r(!1,e,n))},[_,r]),A=Pi(()=>{E.current(),S.current=void 0}),j=Pi(()=>{if(T.current){let e=Ci(o.floating).body;e.style.pointerEvents=``,e.removeAttribute(So),T.current=!1}}),M=Pi(()=>i.current.openEvent?[`click`,`mousedown`].includes(i.current.openEvent.type):!1);m.useEffect(()=>{if(!s)return;function e(e){if(xo(x),w.current=!1,u&&!ki(b.current)||wo(y.current)>0&&!Co(_.current,`open`))return;let t=Co(_.current,`open`,b.current);t?x.current=window.setTimeout(()=>{v.current||r(!0,e,`hover`)},t):n||r(!0,e,`hover`)}function t(e){if(M()){j();return}E.current();let t=Ci(o.floating);if(xo(C),D.current=!1,g.current&&i.current.floatingContext){n||xo(x),S.current=g.current({...i.current.floatingContext,tree:p,x:e.clientX,y:e.clientY,onClose(){j(),A(),M()||k(e,!0,`safe-polygon`)}});let r=S.current;t.addEventListener(`mousemove`,r),E.current=()=>{t.removeEventListener(`mousemove`,r)}}else b.current===`touch`&&yi(o.floating,e.relatedTarget)||k(e)}function a(e){M()||i.current.floatingContext&&(g.current==null||g.current({...i.current.floatingContext,tree:p,x:e.clientX,y:e.clientY,onClose(){j(),A(),M()||k(e)}})(e))}function c(){xo(x)}function l(e){M()||k(e,!1)}if(Y(o.domReference)){let r=o.domReference,i=o.floating;return n&&r.addEventListener(`mouseleave`,a),f&&r.addEventListener(`mousemove`,e,{once:!0}),r.addEventListener(`mouseenter`,e),r.addEventListener(`mouseleave`,t),i&&(i.addEventListener(`mouseleave`,a),i.addEventListener(`mouseenter`,c),i.addEventListener(`mouseleave`,l)),()=>{n&&r.removeEventListener(`mouseleave`,a),f&&r.removeEventListener(`mousemove`,e),r.removeEventListener(`mouseenter`,e),r.removeEventListener(`mouseleave`,t),i&&(i.removeEventListener(`mouseleave`,a),i.removeEventListener(`mouseenter`,c),i.removeEventListener(`mouseleave`,l))}}},[o,s,e,u,f,k,A,j,r,n,v,p,_,g,i,M,y]),Ai(()=>{var e;if(s&&n&&(e=g.current)!=null&&(e=e.__options)!=null&&e.blockPointerEvents&&O()){T.current=!0;let e=o.floating;if(Y(o.domReference)&&e){var t;let n=Ci(o.floating).body;n.setAttribute(So,``);let r=o.domReference,i=p==null||(t=p.nodesRef.current.find(e=>e.id===h))==null||(t=t.context)==null?void 0:t.elements.floating;return i&&(i.style.pointerEvents=``),n.style.pointerEvents=`none`,r.style.pointerEvents=`auto`,e.style.pointerEvents=`auto`,()=>{n.style.pointerEvents=``,r.style.pointerEvents=``,e.style.pointerEvents=``}}}},[s,n,h,o,p,g,O]),Ai(()=>{n||(b.current=void 0,D.current=!1,A(),j())},[n,A,j]),m.useEffect(()=>()=>{A(),xo(x),xo(C),j()},[s,o.domReference,A,j]);let N=m.useMemo(()=>{function e(e){b.current=e.pointerType}return{onPointerDown:e,onPointerEnter:e,onMouseMove(e){let{nativeEvent:t}=e;function i(){!w.current&&!v.current&&r(!0,t,`hover`)}u&&!ki(b.current)||n||wo(y.current)===0||D.current&&e.movementX**2+e.movementY**2<2||(xo(C),b.current===`touch`?i():(D.current=!0,C.current=window.setTimeout(i,wo(y.current))))}}},[u,r,n,v,y]);return m.useMemo(()=>s?{reference:N}:{},[s,N])}var Eo=()=>{},Do=m.createContext({delay:0,initialDelay:0,timeoutMs:0,currentId:null,setCurrentId:Eo,setState:Eo,isInstantPhase:!1}),Oo=()=>m.useContext(Do);function ko(e){let{children:t,delay:n,timeoutMs:r=0}=e,[i,a]=m.useReducer((e,t)=>({...e,...t}),{delay:n,timeoutMs:r,initialDelay:n,currentId:null,isInstantPhase:!1}),o=m.useRef(null),s=m.useCallback(e=>{a({currentId:e})},[]);return Ai(()=>{i.currentId?o.current===null?o.current=i.currentId:i.isInstantPhase||a({isInstantPhase:!0}):(i.isInstantPhase&&a({isInstantPhase:!1}),o.current=null)},[i.currentId,i.isInstantPhase]),(0,U.jsx)(Do.Provider,{value:m.useMemo(()=>({...i,setState:a,setCurrentId:s}),[i,s]),children:t})}function Ao(e,t){t===void 0&&(t={});let{open:n,onOpenChange:r,floatingId:i}=e,{id:a,enabled:o=!0}=t,s=a??i,c=Oo(),{currentId:l,setCurrentId:u,initialDelay:d,setState:f,timeoutMs:p}=c;return Ai(()=>{o&&l&&(f({delay:{open:1,close:Co(d,`close`)}}),l!==s&&r(!1))},[o,s,r,f,l,d]),Ai(()=>{function e(){r(!1),f({delay:d,currentId:null})}if(o&&l&&!n&&l===s){if(p){let t=window.setTimeout(e,p);return()=>{clearTimeout(t)}}e()}},[o,n,f,l,s,r,d,p]),Ai(()=>{o&&u!==Eo&&n&&u(s)},[o,n,u,s]),c}function jo(e,t){if(!e||!t)return!1;let n=t.getRootNode==null?void 0:t.getRootNode();if(e.contains(t))return!0;if(n&&yr(n)){let n=t;for(;n;){if(e===n)return!0;n=n.parentNode||n.host}}return!1}function Mo(e){return`composedPath`in e?e.composedPath()[0]:e.target}var No={pointerdown:`onPointerDown`,mousedown:`onMouseDown`,click:`onClick`},Po={pointerdown:`onPointerDownCapture`,mousedown:`onMouseDownCapture`,click:`onClickCapture`},Fo=e=>({escapeKey:typeof e==`boolean`?e:e?.escapeKey??!1,outsidePress:typeof e==`boolean`?e:e?.outsidePress??!0});function Io(e,t){t===void 0&&(t={});let{open:n,onOpenChange:r,elements:i,dataRef:a}=e,{enabled:o=!0,escapeKey:s=!0,outsidePress:c=!0,outsidePressEvent:l=`pointerdown`,referencePress:u=!1,referencePressEvent:d=`pointerdown`,ancestorScroll:f=!1,bubbles:p,capture:h}=t,g=yo(),_=Pi(typeof c==`function`?c:()=>!1),v=typeof c==`function`?_:c,y=m.useRef(!1),{escapeKey:b,outsidePress:x}=Fo(p),{escapeKey:S,outsidePress:C}=Fo(h),w=m.useRef(!1),T=Pi(e=>{if(!n||!o||!s||e.key!==`Escape`||w.current)return;let t=a.current.floatingContext?.nodeId,i=g?Di(g.nodesRef.current,t):[];if(!b&&(e.stopPropagation(),i.length>0)){let e=!0;if(i.forEach(t=>{var n;(n=t.context)!=null&&n.open&&!t.context.dataRef.current.__escapeKeyBubbles&&(e=!1)}),!e)return}r(!1,Oi(e)?e.nativeEvent:e,`escape-key`)}),E=Pi(e=>{var t;let n=()=>{var t;T(e),(t=bi(e))==null||t.removeEventListener(`keydown`,n)};(t=bi(e))==null||t.addEventListener(`keydown`,n)}),D=Pi(e=>{let t=a.current.insideReactTree;a.current.insideReactTree=!1;let n=y.current;if(y.current=!1,l===`click`&&n||t||typeof v==`function`&&!v(e))return;let o=bi(e),s=`[`+bo(`inert`)+`]`,c=Ci(i.floating).querySelectorAll(s),u=Y(o)?o:null;for(;u&&!Ar(u);){let e=Nr(u);if(Ar(e)||!Y(e))break;u=e}if(c.length&&Y(o)&&!Si(o)&&!yi(o,i.floating)&&Array.from(c).every(e=>!yi(u,e)))return;if(vr(o)&&A){let t=Ar(o),n=jr(o),r=/auto|scroll/,i=t||r.test(n.overflowX),a=t||r.test(n.overflowY),s=i&&o.clientWidth>0&&o.scrollWidth>o.clientWidth,c=a&&o.clientHeight>0&&o.scrollHeight>o.clientHeight,l=n.direction===`rtl`,u=c&&(l?e.offsetX<=o.offsetWidth-o.clientWidth:e.offsetX>o.clientWidth),d=s&&e.offsetY>o.clientHeight;if(u||d)return}let d=a.current.floatingContext?.nodeId,f=g&&Di(g.nodesRef.current,d).some(t=>xi(e,t.context?.elements.floating));if(xi(e,i.floating)||xi(e,i.domReference)||f)return;let p=g?Di(g.nodesRef.current,d):[];if(p.length>0){let e=!0;if(p.forEach(t=>{var n;(n=t.context)!=null&&n.open&&!t.context.dataRef.current.__outsidePressBubbles&&(e=!1)}),!e)return}r(!1,e,`outside-press`)}),O=Pi(e=>{var t;let n=()=>{var t;D(e),(t=bi(e))==null||t.removeEventListener(l,n)};(t=bi(e))==null||t.addEventListener(l,n)});m.useEffect(()=>{if(!n||!o)return;a.current.__escapeKeyBubbles=b,a.current.__outsidePressBubbles=x;let e=-1;function t(e){r(!1,e,`ancestor-scroll`)}function c(){window.clearTimeout(e),w.current=!0}function u(){e=window.setTimeout(()=>{w.current=!1},kr()?5:0)}let d=Ci(i.floating);s&&(d.addEventListener(`keydown`,S?E:T,S),d.addEventListener(`compositionstart`,c),d.addEventListener(`compositionend`,u)),v&&d.addEventListener(l,C?O:D,C);let p=[];return f&&(Y(i.domReference)&&(p=Fr(i.domReference)),Y(i.floating)&&(p=p.concat(Fr(i.floating))),!Y(i.reference)&&i.reference&&i.reference.contextElement&&(p=p.concat(Fr(i.reference.contextElement)))),p=p.filter(e=>e!==d.defaultView?.visualViewport),p.forEach(e=>{e.addEventListener(`scroll`,t)}),()=>{s&&(d.removeEventListener(`keydown`,S?E:T,S),d.removeEventListener(`compositionstart`,c),d.removeEventListener(`compositionend`,u)),v&&d.removeEventListener(l,C?O:D,C),p.forEach(e=>{e.removeEventListener(`scroll`,t)}),window.clearTimeout(e)}},[a,i,s,v,l,n,r,f,o,b,x,T,S,E,D,C,O]),m.useEffect(()=>{a.current.insideReactTree=!1},[a,v,l]);let k=m.useMemo(()=>({onKeyDown:T,...u&&{[No[d]]:e=>{r(!1,e.nativeEvent,`reference-press`)},...d!==`click`&&{onClick(e){r(!1,e.nativeEvent,`reference-press`)}}}}),[T,r,u,d]),A=m.useMemo(()=>{function e(e){e.button===0&&(y.current=!0)}return{onKeyDown:T,onMouseDown:e,onMouseUp:e,[Po[l]]:()=>{a.current.insideReactTree=!0}}},[T,l,a]);return m.useMemo(()=>o?{reference:k,floating:A}:{},[o,k,A])}function Lo(e){let{open:t=!1,onOpenChange:n,elements:r}=e,i=mo(),a=m.useRef({}),[o]=m.useState(()=>ho()),s=vo()!=null,[c,l]=m.useState(r.reference),u=Pi((e,t,r)=>{a.current.openEvent=e?t:void 0,o.emit(`openchange`,{open:e,event:t,reason:r,nested:s}),n?.(e,t,r)}),d=m.useMemo(()=>({setPositionReference:l}),[]),f=m.useMemo(()=>({reference:c||r.reference||null,floating:r.floating||null,domReference:r.reference}),[c,r.reference,r.floating]);return m.useMemo(()=>({dataRef:a,open:t,onOpenChange:u,elements:f,events:o,floatingId:i,refs:d}),[t,u,f,o,i,d])}function Ro(e){let{elements:t,...n}=e===void 0?{}:e,{nodeId:r}=n,i=Lo({...n,elements:{reference:t?.reference??null,floating:t?.floating??null}}),a=n.rootContext||i,o=a.elements,[s,c]=m.useState(null),[l,u]=m.useState(null),d=o?.domReference||s,f=m.useRef(null),p=yo();Ai(()=>{d&&(f.current=d)},[d]);let h=Ha({...n,elements:{...o,...l&&{reference:l}}}),g=m.useCallback(e=>{let t=Y(e)?{getBoundingClientRect:()=>e.getBoundingClientRect(),getClientRects:()=>e.getClientRects(),contextElement:e}:e;u(t),h.refs.setReference(t)},[h.refs]),_=m.useCallback(e=>{(Y(e)||e===null)&&(f.current=e,c(e)),(Y(h.refs.reference.current)||h.refs.reference.current===null||e!==null&&!Y(e))&&h.refs.setReference(e)},[h.refs]),v=m.useMemo(()=>({...h.refs,setReference:_,setPositionReference:g,domReference:f}),[h.refs,_,g]),y=m.useMemo(()=>({...h.elements,domReference:d}),[h.elements,d]),b=m.useMemo(()=>({...h,...a,refs:v,elements:y,nodeId:r}),[h,v,y,r,a]);return Ai(()=>{a.dataRef.current.floatingContext=b;let e=p?.nodesRef.current.find(e=>e.id===r);e&&(e.context=b)}),m.useMemo(()=>({...h,context:b,refs:v,elements:y}),[h,v,y,b])}function zo(){return mi()&&pi()}function Bo(e,t){t===void 0&&(t={});let{open:n,onOpenChange:r,events:i,dataRef:a,elements:o}=e,{enabled:s=!0,visibleOnly:c=!0}=t,l=m.useRef(!1),u=m.useRef(-1),d=m.useRef(!0);m.useEffect(()=>{if(!s)return;let e=J(o.domReference);function t(){!n&&vr(o.domReference)&&o.domReference===vi(Ci(o.domReference))&&(l.current=!0)}function r(){d.current=!0}function i(){d.current=!1}return e.addEventListener(`blur`,t),zo()&&(e.addEventListener(`keydown`,r,!0),e.addEventListener(`pointerdown`,i,!0)),()=>{e.removeEventListener(`blur`,t),zo()&&(e.removeEventListener(`keydown`,r,!0),e.removeEventListener(`pointerdown`,i,!0))}},[o.domReference,n,s]),m.useEffect(()=>{if(!s)return;function e(e){let{reason:t}=e;(t===`reference-press`||t===`escape-key`)&&(l.current=!0)}return i.on(`openchange`,e),()=>{i.off(`openchange`,e)}},[i,s]),m.useEffect(()=>()=>{xo(u)},[]);let f=m.useMemo(()=>({onMouseLeave(){l.current=!1},onFocus(e){if(l.current)return;let t=bi(e.nativeEvent);if(c&&Y(t)){if(zo()&&!e.relatedTarget){if(!d.current&&!wi(t))return}else if(!Ti(t))return}r(!0,e.nativeEvent,`focus`)},onBlur(e){l.current=!1;let t=e.relatedTarget,n=e.nativeEvent,i=Y(t)&&t.hasAttribute(bo(`focus-guard`))&&t.getAttribute(`data-type`)===`outside`;u.current=window.setTimeout(()=>{let e=vi(o.domReference?o.domReference.ownerDocument:document);!t&&e===o.domReference||yi(a.current.floatingContext?.refs.floating.current,e)||yi(o.domReference,e)||i||r(!1,n,`focus`)})}}),[a,o.domReference,r,c]);return m.useMemo(()=>s?{reference:f}:{},[s,f])}function Vo(e,t,n){let r=new Map,i=n===`item`,a=e;if(i&&e){let{[eo]:t,[to]:n,...r}=e;a=r}return{...n===`floating`&&{tabIndex:-1,[$a]:``},...a,...t.map(t=>{let r=t?t[n]:null;return typeof r==`function`?e?r(e):null:r}).concat(e).reduce((e,t)=>(t&&Object.entries(t).forEach(t=>{let[n,a]=t;if(!(i&&[eo,to].includes(n))){if(n.indexOf(`on`)===0){if(r.has(n)||r.set(n,[]),typeof a==`function`){var o;(o=r.get(n))==null||o.push(a),e[n]=function(){var e=[...arguments];return r.get(n)?.map(t=>t(...e)).find(e=>e!==void 0)}}}else e[n]=a}}),e),{})}}function Ho(e){e===void 0&&(e=[]);let t=e.map(e=>e?.reference),n=e.map(e=>e?.floating),r=e.map(e=>e?.item),i=m.useCallback(t=>Vo(t,e,`reference`),t),a=m.useCallback(t=>Vo(t,e,`floating`),n),o=m.useCallback(t=>Vo(t,e,`item`),r);return m.useMemo(()=>({getReferenceProps:i,getFloatingProps:a,getItemProps:o}),[i,a,o])}var Uo=new Map([[`select`,`listbox`],[`combobox`,`listbox`],[`label`,!1]]);function Wo(e,t){t===void 0&&(t={});let{open:n,elements:r,floatingId:i}=e,{enabled:a=!0,role:o=`dialog`}=t,s=mo(),c=r.domReference?.id||s,l=m.useMemo(()=>Ei(r.floating)?.id||i,[r.floating,i]),u=Uo.get(o)??o,d=vo()!=null,f=m.useMemo(()=>u===`tooltip`||o===`label`?{[`aria-`+(o===`label`?`labelledby`:`describedby`)]:n?l:void 0}:{"aria-expanded":n?`true`:`false`,"aria-haspopup":u===`alertdialog`?`dialog`:u,"aria-controls":n?l:void 0,...u===`listbox`&&{role:`combobox`},...u===`menu`&&{id:c},...u===`menu`&&d&&{role:`menuitem`},...o===`select`&&{"aria-autocomplete":`none`},...o===`combobox`&&{"aria-autocomplete":`list`}},[u,l,d,n,c,o]),p=m.useMemo(()=>{let e={id:l,...u&&{role:u}};return u===`tooltip`||o===`label`?e:{...e,...u===`menu`&&{"aria-labelledby":c}}},[u,l,c,o]),h=m.useCallback(e=>{let{active:t,selected:n}=e,r={role:`option`,...t&&{id:l+`-fui-option`}};switch(o){case`select`:case`combobox`:return{...r,"aria-selected":n}}return{}},[l,o]);return m.useMemo(()=>a?{reference:f,floating:p,item:h}:{},[a,f,p,h])}function Go(e,t,n){return n===void 0&&(n=!0),e.filter(e=>e.parentId===t&&(!n||e.context?.open)).flatMap(t=>[t,...Go(e,t.id,n)])}function Ko(e,t){let[n,r]=e,i=!1,a=t.length;for(let e=0,o=a-1;e<a;o=e++){let[a,s]=t[e]||[0,0],[c,l]=t[o]||[0,0];s>=r!=l>=r&&n<=(c-a)*(r-s)/(l-s)+a&&(i=!i)}return i}function qo(e,t){return e[0]>=t.x&&e[0]<=t.x+t.width&&e[1]>=t.y&&e[1]<=t.y+t.height}function Jo(e){e===void 0&&(e={});let{buffer:t=.5,blockPointerEvents:n=!1,requireIntent:r=!0}=e,i={current:-1},a=!1,o=null,s=null,c=typeof performance<`u`?performance.now():0;function l(e,t){let n=performance.now(),r=n-c;if(o===null||s===null||r===0)return o=e,s=t,c=n,null;let i=e-o,a=t-s,l=Math.sqrt(i*i+a*a)/r;return o=e,s=t,c=n,l}let u=e=>{let{x:n,y:o,placement:s,elements:c,onClose:u,nodeId:d,tree:f}=e;return function(e){function p(){xo(i),u()}if(xo(i),!c.domReference||!c.floating||s==null||n==null||o==null)return;let{clientX:m,clientY:h}=e,g=[m,h],_=Mo(e),v=e.type===`mouseleave`,y=jo(c.floating,_),b=jo(c.domReference,_),x=c.domReference.getBoundingClientRect(),S=c.floating.getBoundingClientRect(),C=s.split(`-`)[0],w=n>S.right-S.width/2,T=o>S.bottom-S.height/2,E=qo(g,x),D=S.width>x.width,O=S.height>x.height,k=(D?x:S).left,A=(D?x:S).right,j=(O?x:S).top,M=(O?x:S).bottom;if(y&&(a=!0,!v))return;if(b&&(a=!1),b&&!v){a=!0;return}if(v&&Y(e.relatedTarget)&&jo(c.floating,e.relatedTarget)||f&&Go(f.nodesRef.current,d).length)return;if(C===`top`&&o>=x.bottom-1||C===`bottom`&&o<=x.top+1||C===`left`&&n>=x.right-1||C===`right`&&n<=x.left+1)return p();let N=[];switch(C){case`top`:N=[[k,x.top+1],[k,S.bottom-1],[A,S.bottom-1],[A,x.top+1]];break;case`bottom`:N=[[k,S.top+1],[k,x.bottom-1],[A,x.bottom-1],[A,S.top+1]];break;case`left`:N=[[S.right-1,M],[S.right-1,j],[x.left+1,j],[x.left+1,M]];break;case`right`:N=[[x.right-1,M],[x.right-1,j],[S.left+1,j],[S.left+1,M]]}function P(e){let[n,r]=e;switch(C){case`top`:return[[D?n+t/2:w?n+t*4:n-t*4,r+t+1],[D?n-t/2:w?n+t*4:n-t*4,r+t+1],[S.left,w||D?S.bottom-t:S.top],[S.right,w?D?S.bottom-t:S.top:S.bottom-t]];case`bottom`:return[[D?n+t/2:w?n+t*4:n-t*4,r-t],[D?n-t/2:w?n+t*4:n-t*4,r-t],[S.left,w||D?S.top+t:S.bottom],[S.right,w?D?S.top+t:S.bottom:S.top+t]];case`left`:{let e=[n+t+1,O?r+t/2:T?r+t*4:r-t*4],i=[n+t+1,O?r-t/2:T?r+t*4:r-t*4];return[[T||O?S.right-t:S.left,S.top],[T?O?S.right-t:S.left:S.right-t,S.bottom],e,i]}case`right`:return[[n-t,O?r+t/2:T?r+t*4:r-t*4],[n-t,O?r-t/2:T?r+t*4:r-t*4],[T||O?S.left+t:S.right,S.top],[T?O?S.left+t:S.right:S.left+t,S.bottom]]}}if(!Ko([m,h],N)){if(a&&!E)return p();if(!v&&r){let t=l(e.clientX,e.clientY);if(t!==null&&t<.1)return p()}Ko([m,h],P([n,o]))?!a&&r&&(i.current=window.setTimeout(p,40)):p()}}};return u.__options={blockPointerEvents:n},u}var Yo={scrollHideDelay:1e3,type:`hover`,scrollbars:`xy`},Xo=V((e,{scrollbarSize:t,overscrollBehavior:n,scrollbars:r})=>{let i=n;return n&&r&&(r===`x`?i=`${n} auto`:r===`y`&&(i=`auto ${n}`)),{root:{"--scrollarea-scrollbar-size":x(t),"--scrollarea-over-scroll-behavior":i,"--scrollarea-offset-size":void 0}}}),Zo=K(e=>{let t=W(`ScrollArea`,Yo,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,scrollbarSize:s,vars:c,type:l,scrollHideDelay:u,viewportProps:d,viewportRef:f,onScrollPositionChange:p,children:h,offsetScrollbars:g,scrollbars:_,onBottomReached:v,onTopReached:y,onLeftReached:b,onRightReached:x,overscrollBehavior:S,startScrollPosition:C,verticalScrollbarPosition:w,attributes:T,...E}=t,[D,O]=(0,m.useState)(!1),[k,A]=(0,m.useState)(!1),[j,M]=(0,m.useState)(!1),N=(0,m.useRef)(!0),P=(0,m.useRef)(!1),F=(0,m.useRef)(!0),ee=(0,m.useRef)(!1),I=G({name:`ScrollArea`,props:t,classes:pr,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:T,vars:c,varsResolver:Xo}),L=(0,m.useRef)(null),[te,ne]=(0,m.useState)(null),re=Qa([f,L,(0,m.useCallback)(e=>{ne(t=>t===e?t:e)},[])]);return zn(g===`present`?te:null,()=>{let e=L.current;e&&(A(e.scrollHeight>e.clientHeight),M(e.scrollWidth>e.clientWidth))}),R(()=>{C&&L.current&&L.current.scrollTo({left:C.x??0,top:C.y??0})},[]),(0,U.jsxs)(Un,{getStyles:I,type:l===`never`?`always`:l,scrollHideDelay:u,scrollbars:_,...I(`root`),...E,children:[(0,U.jsx)(fr,{...d,...I(`viewport`,{style:d?.style}),ref:re,"data-offset-scrollbars":g===!0?`xy`:g||void 0,"data-scrollbars":_||void 0,"data-vertical-scrollbar-position":w||void 0,"data-horizontal-hidden":g===`present`&&!j?`true`:void 0,"data-vertical-hidden":g===`present`&&!k?`true`:void 0,onScroll:e=>{d?.onScroll?.(e),p?.({x:e.currentTarget.scrollLeft,y:e.currentTarget.scrollTop});let{scrollTop:t,scrollHeight:n,clientHeight:r,scrollLeft:i,scrollWidth:a,clientWidth:o}=e.currentTarget,s=t-(n-r)>=-1,c=t===0;s&&!P.current&&v?.(),c&&!N.current&&y?.(),P.current=s,N.current=c;let l=i-(a-o)>=-1,u=i===0;l&&!ee.current&&x?.(),u&&!F.current&&b?.(),ee.current=l,F.current=u},children:h}),(_===`xy`||_===`x`)&&(0,U.jsx)(cr,{...I(`scrollbar`),orientation:`horizontal`,"data-vertical-scrollbar-position":w||void 0,"data-hidden":l===`never`||g===`present`&&!j||void 0,forceMount:!0,onMouseEnter:()=>O(!0),onMouseLeave:()=>O(!1),children:(0,U.jsx)(dr,{...I(`thumb`)})}),(_===`xy`||_===`y`)&&(0,U.jsx)(cr,{...I(`scrollbar`),orientation:`vertical`,"data-vertical-scrollbar-position":w||void 0,"data-hidden":l===`never`||g===`present`&&!k||void 0,forceMount:!0,onMouseEnter:()=>O(!0),onMouseLeave:()=>O(!1),children:(0,U.jsx)(dr,{...I(`thumb`)})}),(0,U.jsx)(Vn,{...I(`corner`),"data-vertical-scrollbar-position":w||void 0,"data-hovered":D||void 0,"data-hidden":l===`never`||void 0})]})});Zo.displayName=`@mantine/core/ScrollArea`;var Qo=K(e=>{let{children:t,classNames:n,styles:r,scrollbarSize:i,scrollHideDelay:a,type:o,dir:s,offsetScrollbars:c,overscrollBehavior:l,viewportRef:u,onScrollPositionChange:d,unstyled:f,variant:p,viewportProps:h,scrollbars:g,style:_,vars:v,onBottomReached:y,onTopReached:b,startScrollPosition:x,verticalScrollbarPosition:S,onOverflowChange:C,...w}=W(`ScrollAreaAutosize`,Yo,e),T=(0,m.useRef)(null),[E,D]=(0,m.useState)(null),O=Qa([u,T,(0,m.useCallback)(e=>{D(t=>t===e?t:e)},[])]),k=(0,m.useRef)(!1),A=(0,m.useRef)(!1),j=(0,m.useEffectEvent)(()=>{let e=T.current;if(!e||!C)return;let t=e.scrollHeight>e.clientHeight;t!==k.current&&(A.current?C(t):(A.current=!0,t&&C(!0)),k.current=t)});return zn(C?E:null,j),(0,U.jsx)(q,{...w,variant:p,style:[{display:`flex`,overflow:`hidden`},_],children:(0,U.jsx)(q,{style:{display:`flex`,flexDirection:`column`,flex:1,overflow:`hidden`,...g===`y`&&{minWidth:0},...g===`x`&&{minHeight:0},...g===`xy`&&{minWidth:0,minHeight:0},...g===!1&&{minWidth:0,minHeight:0}},children:(0,U.jsx)(Zo,{classNames:n,styles:r,scrollHideDelay:a,scrollbarSize:i,type:o,dir:s,offsetScrollbars:c,overscrollBehavior:l,viewportRef:O,onScrollPositionChange:d,unstyled:f,variant:p,viewportProps:h,vars:v,scrollbars:g,onBottomReached:y,onTopReached:b,startScrollPosition:x,verticalScrollbarPosition:S,"data-autosize":`true`,children:t})})})});Zo.classes=pr,Zo.varsResolver=Xo,Qo.displayName=`@mantine/core/ScrollAreaAutosize`,Qo.classes=pr,Zo.Autosize=Qo;var $o={root:`m_87cf2631`},es={__staticSelector:`UnstyledButton`},ts=On(e=>{let t=W(`UnstyledButton`,es,e),{className:n,component:r=`button`,__staticSelector:i,unstyled:a,classNames:o,styles:s,style:c,attributes:l,...u}=t,d=G({name:i,props:t,classes:$o,className:n,style:c,classNames:o,styles:s,unstyled:a,attributes:l});return(0,U.jsx)(q,{...d(`root`,{focusable:!0}),component:r,type:r===`button`?`button`:void 0,...u})});ts.classes=$o,ts.displayName=`@mantine/core/UnstyledButton`;var ns={root:`m_515a97f8`},rs=K(e=>{let t=W(`VisuallyHidden`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,attributes:c,...l}=t,u=G({name:`VisuallyHidden`,classes:ns,props:t,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:c});return(0,U.jsx)(q,{component:`span`,...u(`root`),...l})});rs.classes=ns,rs.displayName=`@mantine/core/VisuallyHidden`;var is={root:`m_1b7284a3`},as=V((e,{radius:t,shadow:n})=>({root:{"--paper-radius":t===void 0?void 0:M(t),"--paper-shadow":F(n)}})),os=On(e=>{let t=W(`Paper`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,withBorder:s,vars:c,radius:l,shadow:u,variant:d,mod:f,attributes:p,...m}=t,h=G({name:`Paper`,props:t,classes:is,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:p,vars:c,varsResolver:as});return(0,U.jsx)(q,{mod:[{withBorder:s},f],...h(`root`),variant:d,...m})});os.classes=is,os.varsResolver=as,os.displayName=`@mantine/core/Paper`;function ss(e,t,n,r){return e===`center`||r===`center`?{top:t}:e===`end`?{bottom:n}:e===`start`?{top:n}:{}}function cs(e,t,n,r,i){return e===`center`||r===`center`?{left:t}:e===`end`?{[i===`ltr`?`right`:`left`]:n}:e===`start`?{[i===`ltr`?`left`:`right`]:n}:{}}var ls={bottom:`borderTopLeftRadius`,left:`borderTopRightRadius`,right:`borderBottomLeftRadius`,top:`borderBottomRightRadius`};function us({position:e,arrowSize:t,dir:n}){let[r,i]=e.split(`-`);if(!i)return;let a={width:t,height:t,position:`absolute`};if(r===`bottom`){let e=i===`start`,r=e?n===`ltr`?`left`:`right`:n===`ltr`?`right`:`left`;return{...a,top:-t,[r]:0,clipPath:e===(n===`rtl`)?`polygon(100% 0%, 0% 100%, 100% 100%)`:`polygon(0% 0%, 0% 100%, 100% 100%)`}}if(r===`top`){let e=i===`start`,r=e?n===`ltr`?`left`:`right`:n===`ltr`?`right`:`left`;return{...a,bottom:-t,[r]:0,clipPath:e===(n===`rtl`)?`polygon(0% 0%, 100% 0%, 100% 100%)`:`polygon(0% 0%, 100% 0%, 0% 100%)`}}if(r===`left`)return{...a,right:-t,[i===`start`?`top`:`bottom`]:0,clipPath:i===`start`?`polygon(0% 0%, 100% 0%, 0% 100%)`:`polygon(0% 0%, 0% 100%, 100% 100%)`};if(r===`right`)return{...a,left:-t,[i===`start`?`top`:`bottom`]:0,clipPath:i===`start`?`polygon(0% 0%, 100% 0%, 100% 100%)`:`polygon(100% 0%, 0% 100%, 100% 100%)`}}function ds({position:e,arrowSize:t,arrowOffset:n,arrowRadius:r,arrowPosition:i,arrowX:a,arrowY:o,dir:s}){if(i===`merge`){let n=us({position:e,arrowSize:t,dir:s});if(n)return n}let[c,l=`center`]=e.split(`-`),u={width:t,height:t,transform:`rotate(45deg)`,position:`absolute`,[ls[c]]:r},d=-t/2;return c===`left`?{...u,...ss(l,o,n,i),right:d,borderLeftColor:`transparent`,borderBottomColor:`transparent`,clipPath:`polygon(100% 0, 0 0, 100% 100%)`}:c===`right`?{...u,...ss(l,o,n,i),left:d,borderRightColor:`transparent`,borderTopColor:`transparent`,clipPath:`polygon(0 100%, 0 0, 100% 100%)`}:c===`top`?{...u,...cs(l,a,n,i,s),bottom:d,borderTopColor:`transparent`,borderLeftColor:`transparent`,clipPath:`polygon(0 100%, 100% 100%, 100% 0)`}:c===`bottom`?{...u,...cs(l,a,n,i,s),top:d,borderBottomColor:`transparent`,borderRightColor:`transparent`,clipPath:`polygon(0 100%, 0 0, 100% 0)`}:{}}function fs({position:e,dir:t}){let[n,r]=e.split(`-`);if(!r)return;let i=r===`start`&&t===`ltr`||r===`end`&&t===`rtl`;if(n===`bottom`)return i?{borderTopLeftRadius:0}:{borderTopRightRadius:0};if(n===`top`)return i?{borderBottomLeftRadius:0}:{borderBottomRightRadius:0};if(n===`left`)return r===`start`?{borderTopRightRadius:0}:{borderBottomRightRadius:0};if(n===`right`)return r===`start`?{borderTopLeftRadius:0}:{borderBottomLeftRadius:0}}function ps({position:e,arrowSize:t,arrowOffset:n,arrowRadius:r,arrowPosition:i,visible:a,arrowX:o,arrowY:s,style:c,...l}){let{dir:u}=In();return a?(0,U.jsx)(`div`,{role:`presentation`,...l,style:{...c,...ds({position:e,arrowSize:t,arrowOffset:n,arrowRadius:r,arrowPosition:i,dir:u,arrowX:o,arrowY:s})}}):null}ps.displayName=`@mantine/core/FloatingArrow`;function ms(e,t){if(e===`rtl`&&(t.includes(`right`)||t.includes(`left`))){let[e,n]=t.split(`-`),r=e===`right`?`left`:`right`;return n===void 0?r:`${r}-${n}`}return t}var hs={root:`m_9814e45f`},gs={zIndex:k(`modal`)},_s=V((e,{gradient:t,color:n,backgroundOpacity:r,blur:i,radius:a,zIndex:o})=>({root:{"--overlay-bg":t||(n!==void 0||r!==void 0)&&nt(n||`#000`,r??.6)||void 0,"--overlay-filter":i?`blur(${x(i)})`:void 0,"--overlay-radius":a===void 0?void 0:M(a),"--overlay-z-index":o?.toString()}})),vs=On(e=>{let t=W(`Overlay`,gs,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,fixed:c,center:l,children:u,radius:d,zIndex:f,gradient:p,blur:m,color:h,backgroundOpacity:g,mod:_,attributes:v,...y}=t,b=G({name:`Overlay`,props:t,classes:hs,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:v,vars:s,varsResolver:_s});return(0,U.jsx)(q,{...b(`root`),mod:[{center:l,fixed:c},_],...y,children:u})});vs.classes=hs,vs.varsResolver=_s,vs.displayName=`@mantine/core/Overlay`;function ys(e){let t=document.createElement(`div`);return t.setAttribute(`data-portal`,`true`),typeof e.className==`string`&&t.classList.add(...e.className.split(` `).filter(Boolean)),typeof e.style==`object`&&Object.assign(t.style,e.style),typeof e.id==`string`&&t.setAttribute(`id`,e.id),t}var bs=null;function xs({target:e,reuseTargetNode:t,...n}){if(e)return typeof e==`string`?document.querySelector(e)||ys(n):e;if(t){if(bs){if(document.body.contains(bs))return bs;bs=null}let e=document.querySelector(`[data-mantine-shared-portal-node]`);if(e)return bs=e,e;let t=ys(n);return t.setAttribute(`data-mantine-shared-portal-node`,`true`),document.body.appendChild(t),bs=t,t}return ys(n)}var Ss={reuseTargetNode:!0},Cs=K(e=>{let{children:t,target:n,reuseTargetNode:r,ref:i,...a}=W(`Portal`,Ss,e),[o,s]=(0,m.useState)(!1),c=(0,m.useRef)(null);return R(()=>(s(!0),c.current=xs({target:n,reuseTargetNode:r,...a}),ke(i,c.current),!n&&!r&&c.current&&document.body.appendChild(c.current),()=>{!n&&!r&&c.current&&document.body.removeChild(c.current)}),[n]),!o||!c.current?null:(0,T.createPortal)((0,U.jsx)(U.Fragment,{children:t}),c.current)});Cs.displayName=`@mantine/core/Portal`;var ws=K(({withinPortal:e=!0,children:t,...n})=>mt()===`test`||!e?(0,U.jsx)(U.Fragment,{children:t}):(0,U.jsx)(Cs,{...n,children:t}));ws.displayName=`@mantine/core/OptionalPortal`;var Ts=e=>({in:{opacity:1,transform:`scale(1)`},out:{opacity:0,transform:`scale(.9) translateY(${e===`bottom`?10:-10}px)`},transitionProperty:`transform, opacity`}),Es={fade:{in:{opacity:1},out:{opacity:0},transitionProperty:`opacity`},"fade-up":{in:{opacity:1,transform:`translateY(0)`},out:{opacity:0,transform:`translateY(30px)`},transitionProperty:`opacity, transform`},"fade-down":{in:{opacity:1,transform:`translateY(0)`},out:{opacity:0,transform:`translateY(-30px)`},transitionProperty:`opacity, transform`},"fade-left":{in:{opacity:1,transform:`translateX(0)`},out:{opacity:0,transform:`translateX(30px)`},transitionProperty:`opacity, transform`},"fade-right":{in:{opacity:1,transform:`translateX(0)`},out:{opacity:0,transform:`translateX(-30px)`},transitionProperty:`opacity, transform`},scale:{in:{opacity:1,transform:`scale(1)`},out:{opacity:0,transform:`scale(0)`},common:{transformOrigin:`top`},transitionProperty:`transform, opacity`},"scale-y":{in:{opacity:1,transform:`scaleY(1)`},out:{opacity:0,transform:`scaleY(0)`},common:{transformOrigin:`top`},transitionProperty:`transform, opacity`},"scale-x":{in:{opacity:1,transform:`scaleX(1)`},out:{opacity:0,transform:`scaleX(0)`},common:{transformOrigin:`left`},transitionProperty:`transform, opacity`},"skew-up":{in:{opacity:1,transform:`translateY(0) skew(0deg, 0deg)`},out:{opacity:0,transform:`translateY(-20px) skew(-10deg, -5deg)`},common:{transformOrigin:`top`},transitionProperty:`transform, opacity`},"skew-down":{in:{opacity:1,transform:`translateY(0) skew(0deg, 0deg)`},out:{opacity:0,transform:`translateY(20px) skew(-10deg, -5deg)`},common:{transformOrigin:`bottom`},transitionProperty:`transform, opacity`},"rotate-left":{in:{opacity:1,transform:`translateY(0) rotate(0deg)`},out:{opacity:0,transform:`translateY(20px) rotate(-5deg)`},common:{transformOrigin:`bottom`},transitionProperty:`transform, opacity`},"rotate-right":{in:{opacity:1,transform:`translateY(0) rotate(0deg)`},out:{opacity:0,transform:`translateY(20px) rotate(5deg)`},common:{transformOrigin:`top`},transitionProperty:`transform, opacity`},"slide-down":{in:{opacity:1,transform:`translateY(0)`},out:{opacity:0,transform:`translateY(-100%)`},common:{transformOrigin:`top`},transitionProperty:`transform, opacity`},"slide-up":{in:{opacity:1,transform:`translateY(0)`},out:{opacity:0,transform:`translateY(100%)`},common:{transformOrigin:`bottom`},transitionProperty:`transform, opacity`},"slide-left":{in:{opacity:1,transform:`translateX(0)`},out:{opacity:0,transform:`translateX(100%)`},common:{transformOrigin:`left`},transitionProperty:`transform, opacity`},"slide-right":{in:{opacity:1,transform:`translateX(0)`},out:{opacity:0,transform:`translateX(-100%)`},common:{transformOrigin:`right`},transitionProperty:`transform, opacity`},pop:{...Ts(`bottom`),common:{transformOrigin:`center center`}},"pop-bottom-left":{...Ts(`bottom`),common:{transformOrigin:`bottom left`}},"pop-bottom-right":{...Ts(`bottom`),common:{transformOrigin:`bottom right`}},"pop-top-left":{...Ts(`top`),common:{transformOrigin:`top left`}},"pop-top-right":{...Ts(`top`),common:{transformOrigin:`top right`}}},Ds={entering:`in`,entered:`in`,exiting:`out`,exited:`out`,"pre-exiting":`out`,"pre-entering":`out`};function Os({transition:e,state:t,duration:n,timingFunction:r}){let i={WebkitBackfaceVisibility:`hidden`,transitionDuration:`${n}ms`,transitionTimingFunction:r};return typeof e==`string`?e in Es?{transitionProperty:Es[e].transitionProperty,...i,...Es[e].common,...Es[e][Ds[t]]}:{}:{transitionProperty:e.transitionProperty,...i,...e.common,...e[Ds[t]]}}function ks({duration:e,exitDuration:t,timingFunction:n,mounted:r,onEnter:i,onExit:a,onEntered:o,onExited:s,enterDelay:c,exitDelay:l}){let u=Ot(),d=Ne(),f=u.respectReducedMotion?d:!1,[p,h]=(0,m.useState)(f?0:e),[g,_]=(0,m.useState)(r?`entered`:`exited`),v=(0,m.useRef)(-1),y=(0,m.useRef)(-1),b=(0,m.useRef)(-1);function x(){window.clearTimeout(v.current),window.clearTimeout(y.current),cancelAnimationFrame(b.current),b.current=-1}let S=n=>{x();let r=n?i:a,c=n?o:s,l=f?0:n?e:t;if(h(l),l===0)typeof r==`function`&&r(),typeof c==`function`&&c(),_(n?`entered`:`exited`);else{let e=requestAnimationFrame(()=>{T.flushSync(()=>{_(n?`pre-entering`:`pre-exiting`)}),b.current===e&&(b.current=requestAnimationFrame(()=>{typeof r==`function`&&r(),_(n?`entering`:`exiting`),v.current=window.setTimeout(()=>{typeof c==`function`&&c(),_(n?`entered`:`exited`)},l)}))});b.current=e}},C=e=>{x(),typeof(e?c:l)==`number`?y.current=window.setTimeout(()=>{S(e)},e?c:l):S(e)};return ie(()=>{C(r)},[r]),(0,m.useEffect)(()=>()=>{x()},[]),{transitionDuration:p,transitionStatus:g,transitionTimingFunction:n||`ease`}}function As({keepMounted:e,keepMountedMode:t=`activity`,transition:n=`fade`,duration:r=250,exitDuration:i=r,mounted:a,children:o,timingFunction:s=`ease`,onExit:c,onEntered:l,onEnter:u,onExited:d,enterDelay:f,exitDelay:p}){let h=mt(),{transitionDuration:g,transitionStatus:_,transitionTimingFunction:v}=ks({mounted:a,exitDuration:i,duration:r,timingFunction:s,onExit:c,onEntered:l,onEnter:u,onExited:d,enterDelay:f,exitDelay:p});if(h===`test`)return a?(0,U.jsx)(U.Fragment,{children:o({})}):e?o({display:`none`}):null;if(g===0)return e?t===`display-none`?a?(0,U.jsx)(U.Fragment,{children:o({})}):o({display:`none`}):(0,U.jsx)(m.Activity,{mode:a?`visible`:`hidden`,children:o({})}):a?(0,U.jsx)(U.Fragment,{children:o({})}):null;let y=_===`exited`;if(e){let e=o(y?t===`display-none`?{display:`none`}:{}:Os({transition:n,duration:g,state:_,timingFunction:v}));return t===`display-none`?e:(0,U.jsx)(m.Activity,{mode:y?`hidden`:`visible`,children:e})}return y?null:(0,U.jsx)(U.Fragment,{children:o(Os({transition:n,duration:g,state:_,timingFunction:v}))})}As.displayName=`@mantine/core/Transition`;var js={duration:100,transition:`fade`};function Ms(e,t){return{...js,...t,...e}}function Ns({children:e,active:t=!0,refProp:n=`ref`,innerRef:r}){let i=je(Ee(t),r),a=Fe(e);return a?(0,m.cloneElement)(a,{[n]:i}):e}function Ps(e){return(0,U.jsx)(rs,{tabIndex:-1,"data-autofocus":!0,...e})}Ns.displayName=`@mantine/core/FocusTrap`,Ps.displayName=`@mantine/core/FocusTrapInitialFocus`,Ns.InitialFocus=Ps;var Fs={root:`m_5ae2e3c`,barsLoader:`m_7a2bd4cd`,bar:`m_870bb79`,"bars-loader-animation":`m_5d2b3b9d`,dotsLoader:`m_4e3f22d7`,dot:`m_870c4af`,"loader-dots-animation":`m_aac34a1`,ovalLoader:`m_b34414df`,"oval-loader-animation":`m_f8e89c4b`},Is=({className:e,...t})=>(0,U.jsxs)(q,{component:`span`,className:H(Fs.barsLoader,e),...t,children:[(0,U.jsx)(`span`,{className:Fs.bar}),(0,U.jsx)(`span`,{className:Fs.bar}),(0,U.jsx)(`span`,{className:Fs.bar})]});Is.displayName=`@mantine/core/Bars`;var Ls=({className:e,...t})=>(0,U.jsxs)(q,{component:`span`,className:H(Fs.dotsLoader,e),...t,children:[(0,U.jsx)(`span`,{className:Fs.dot}),(0,U.jsx)(`span`,{className:Fs.dot}),(0,U.jsx)(`span`,{className:Fs.dot})]});Ls.displayName=`@mantine/core/Dots`;var Rs=({className:e,...t})=>(0,U.jsx)(q,{component:`span`,className:H(Fs.ovalLoader,e),...t});Rs.displayName=`@mantine/core/Oval`;var zs={bars:Is,oval:Rs,dots:Ls},Bs={loaders:zs,type:`oval`},Vs=V((e,{size:t,color:n})=>({root:{"--loader-size":A(t,`loader-size`),"--loader-color":n?Qe(n,e):void 0}})),Hs=K(e=>{let t=W(`Loader`,Bs,e),{size:n,color:r,type:i,vars:a,className:o,style:s,classNames:c,styles:l,unstyled:u,loaders:d,variant:f,children:p,attributes:m,...h}=t,g=G({name:`Loader`,props:t,classes:Fs,className:o,style:s,classNames:c,styles:l,unstyled:u,attributes:m,vars:a,varsResolver:Vs});return p?(0,U.jsx)(q,{...g(`root`),...h,children:p}):(0,U.jsx)(q,{...g(`root`),component:d[i],variant:f,size:n,...h})});Hs.defaultLoaders=zs,Hs.classes=Fs,Hs.varsResolver=Vs,Hs.displayName=`@mantine/core/Loader`;var Us={root:`m_8d3f4000`,icon:`m_8d3afb97`,loader:`m_302b9fb1`,group:`m_1a0f1b21`,groupSection:`m_437b6484`},Ws={orientation:`horizontal`},Gs=V((e,{borderWidth:t})=>({group:{"--ai-border-width":x(t)}})),Ks=K(e=>{let t=W(`ActionIconGroup`,Ws,e),{className:n,style:r,classNames:i,styles:a,unstyled:o,orientation:s,vars:c,borderWidth:l,variant:u,mod:d,attributes:f,...p}=t,m=G({name:`ActionIconGroup`,props:t,classes:Us,className:n,style:r,classNames:i,styles:a,unstyled:o,attributes:f,vars:c,varsResolver:Gs,rootSelector:`group`});return(0,U.jsx)(q,{...m(`group`),variant:u,mod:[{orientation:s},d],role:`group`,...p})});Ks.classes=Us,Ks.varsResolver=Gs,Ks.displayName=`@mantine/core/ActionIconGroup`;var qs=V((e,{radius:t,color:n,gradient:r,variant:i,autoContrast:a,size:o})=>{let s=e.variantColorResolver({color:n||e.primaryColor,theme:e,gradient:r,variant:i||`filled`,autoContrast:a});return{groupSection:{"--section-height":A(o,`section-height`),"--section-padding-x":A(o,`section-padding-x`),"--section-fz":N(o),"--section-radius":t===void 0?void 0:M(t),"--section-bg":n||i?s.background:void 0,"--section-color":s.color,"--section-bd":n||i?s.border:void 0}}}),Js=K(e=>{let t=W(`ActionIconGroupSection`,null,e),{className:n,style:r,classNames:i,styles:a,unstyled:o,vars:s,variant:c,gradient:l,radius:u,autoContrast:d,attributes:f,...p}=t,m=G({name:`ActionIconGroupSection`,props:t,classes:Us,className:n,style:r,classNames:i,styles:a,unstyled:o,attributes:f,vars:s,varsResolver:qs,rootSelector:`groupSection`});return(0,U.jsx)(q,{...m(`groupSection`),variant:c,...p})});Js.classes=Us,Js.varsResolver=qs,Js.displayName=`@mantine/core/ActionIconGroupSection`;var Ys=V((e,{size:t,radius:n,variant:r,gradient:i,color:a,autoContrast:o})=>{let s=e.variantColorResolver({color:a||e.primaryColor,theme:e,gradient:i,variant:r||`filled`,autoContrast:o});return{root:{"--ai-size":A(t,`ai-size`),"--ai-radius":n===void 0?void 0:M(n),"--ai-bg":a||r?s.background:void 0,"--ai-hover":a||r?s.hover:void 0,"--ai-hover-color":a||r?s.hoverColor:void 0,"--ai-color":s.color,"--ai-bd":a||r?s.border:void 0}}}),Xs=On(e=>{let t=W(`ActionIcon`,null,e),{className:n,unstyled:r,variant:i,classNames:a,styles:o,style:s,loading:c,loaderProps:l,size:u,color:d,radius:f,__staticSelector:p,gradient:m,vars:h,children:g,disabled:_,"data-disabled":v,autoContrast:y,mod:b,attributes:x,...S}=t,C=G({name:[`ActionIcon`,p],props:t,className:n,style:s,classes:Us,classNames:a,styles:o,unstyled:r,attributes:x,vars:h,varsResolver:Ys});return(0,U.jsxs)(ts,{...C(`root`,{active:!_&&!c&&!v}),"aria-busy":c||void 0,...S,unstyled:r,variant:i,size:u,disabled:_||c,mod:[{loading:c,disabled:_||v},b],children:[typeof c==`boolean`&&(0,U.jsx)(As,{mounted:c,transition:`slide-down`,duration:150,children:e=>(0,U.jsx)(q,{component:`span`,...C(`loader`,{style:e}),"aria-hidden":!0,children:(0,U.jsx)(Hs,{color:`var(--ai-color)`,size:`calc(var(--ai-size) * 0.55)`,...l})})}),(0,U.jsx)(q,{component:`span`,mod:{loading:c},...C(`icon`),children:g})]})});Xs.classes=Us,Xs.varsResolver=Ys,Xs.displayName=`@mantine/core/ActionIcon`,Xs.Group=Ks,Xs.GroupSection=Js;function Zs({size:e=`var(--cb-icon-size, 70%)`,style:t,...n}){return(0,U.jsx)(`svg`,{viewBox:`0 0 15 15`,fill:`none`,xmlns:`http://www.w3.org/2000/svg`,style:{...t,width:e,height:e},...n,children:(0,U.jsx)(`path`,{d:`M11.7816 4.03157C12.0062 3.80702 12.0062 3.44295 11.7816 3.2184C11.5571 2.99385 11.193 2.99385 10.9685 3.2184L7.50005 6.68682L4.03164 3.2184C3.80708 2.99385 3.44301 2.99385 3.21846 3.2184C2.99391 3.44295 2.99391 3.80702 3.21846 4.03157L6.68688 7.49999L3.21846 10.9684C2.99391 11.193 2.99391 11.557 3.21846 11.7816C3.44301 12.0061 3.80708 12.0061 4.03164 11.7816L7.50005 8.31316L10.9685 11.7816C11.193 12.0061 11.5571 12.0061 11.7816 11.7816C12.0062 11.557 12.0062 11.193 11.7816 10.9684L8.31322 7.49999L11.7816 4.03157Z`,fill:`currentColor`,fillRule:`evenodd`,clipRule:`evenodd`})})}Zs.displayName=`@mantine/core/CloseIcon`;var Qs={root:`m_86a44da5`,"root--subtle":`m_220c80f2`},$s={variant:`subtle`},ec=V((e,{size:t,radius:n,iconSize:r})=>({root:{"--cb-size":A(t,`cb-size`),"--cb-radius":n===void 0?void 0:M(n),"--cb-icon-size":x(r)}})),tc=On(e=>{let t=W(`CloseButton`,$s,e),{iconSize:n,children:r,vars:i,radius:a,className:o,classNames:s,style:c,styles:l,unstyled:u,"data-disabled":d,disabled:f,variant:p,icon:m,mod:h,attributes:g,__staticSelector:_,...v}=t,y=G({name:_||`CloseButton`,props:t,className:o,style:c,classes:Qs,classNames:s,styles:l,unstyled:u,attributes:g,vars:i,varsResolver:ec});return(0,U.jsxs)(ts,{...v,unstyled:u,variant:p,disabled:f,mod:[{disabled:f||d},h],...y(`root`,{variant:p,active:!f&&!d}),children:[m||(0,U.jsx)(Zs,{}),r]})});tc.classes=Qs,tc.varsResolver=ec,tc.displayName=`@mantine/core/CloseButton`;function nc(e){return m.Children.toArray(e).filter(Boolean)}var rc={root:`m_4081bf90`},ic={preventGrowOverflow:!0,gap:`md`,align:`center`,justify:`flex-start`,wrap:`wrap`},ac=V((e,{grow:t,preventGrowOverflow:n,gap:r,align:i,justify:a,wrap:o},{childWidth:s})=>({root:{"--group-child-width":t&&n?s:void 0,"--group-gap":j(r),"--group-align":i,"--group-justify":a,"--group-wrap":o}})),oc=K(e=>{let t=W(`Group`,ic,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,children:s,gap:c,align:l,justify:u,wrap:d,grow:f,preventGrowOverflow:p,vars:m,variant:h,__size:g,mod:_,attributes:v,...y}=t,b=nc(s),x=b.length,S=j(c??`md`),C=G({name:`Group`,props:t,stylesCtx:{childWidth:`calc(${100/x}% - (${S} - ${S} / ${x}))`},className:r,style:i,classes:rc,classNames:n,styles:a,unstyled:o,attributes:v,vars:m,varsResolver:ac});return(0,U.jsx)(q,{...C(`root`),variant:h,mod:[{grow:f},_],size:g,...y,children:b})});oc.classes=rc,oc.varsResolver=ac,oc.displayName=`@mantine/core/Group`;var[sc,cc]=D(`ModalBase component was not found in tree`);function lc({opened:e,transitionDuration:t}){let[n,r]=(0,m.useState)(e),i=(0,m.useRef)(-1),a=Ne()?0:t;return(0,m.useEffect)(()=>(e?(r(!0),window.clearTimeout(i.current)):a===0?r(!1):i.current=window.setTimeout(()=>r(!1),a),()=>window.clearTimeout(i.current)),[e,a]),n}function uc({id:e,transitionProps:t,opened:n,trapFocus:r,closeOnEscape:i,onClose:a,returnFocus:o,handledEscapeEvents:s}){let c=De(e),[l,u]=(0,m.useState)(!1),[d,f]=(0,m.useState)(!1),p=lc({opened:n,transitionDuration:typeof t?.duration==`number`?t?.duration:200});return Oe(`keydown`,e=>{e.key===`Escape`&&i&&!e.isComposing&&n&&!s?.has(e)&&e.target?.getAttribute(`data-mantine-stop-propagation`)!==`true`&&(s?.add(e),a())},{capture:!0}),ae({opened:n,shouldReturnFocus:r&&o}),{_id:c,titleMounted:l,bodyMounted:d,shouldLockScroll:p,setTitleMounted:u,setBodyMounted:f}}var dc=function(){return dc=Object.assign||function(e){for(var t,n=1,r=arguments.length;n<r;n++)for(var i in t=arguments[n],t)Object.prototype.hasOwnProperty.call(t,i)&&(e[i]=t[i]);return e},dc.apply(this,arguments)};function fc(e,t){var n={};for(var r in e)Object.prototype.hasOwnProperty.call(e,r)&&t.indexOf(r)<0&&(n[r]=e[r]);if(e!=null&&typeof Object.getOwnPropertySymbols==`function`)for(var i=0,r=Object.getOwnPropertySymbols(e);i<r.length;i++)t.indexOf(r[i])<0&&Object.prototype.propertyIsEnumerable.call(e,r[i])&&(n[r[i]]=e[r[i]]);return n}function pc(e,t,n){if(n||arguments.length===2)for(var r=0,i=t.length,a;r<i;r++)(a||!(r in t))&&(a||=Array.prototype.slice.call(t,0,r),a[r]=t[r]);return e.concat(a||Array.prototype.slice.call(t))}var mc=`right-scroll-bar-position`,hc=`width-before-scroll-bar`,gc=`with-scroll-bars-hidden`,_c=`--removed-body-scroll-bar-size`;function vc(e,t){return typeof e==`function`?e(t):e&&(e.current=t),e}function yc(e,t){var n=(0,m.useState)(function(){return{value:e,callback:t,facade:{get current(){return n.value},set current(e){var t=n.value;t!==e&&(n.value=e,n.callback(e,t))}}}})[0];return n.callback=t,n.facade}var bc=typeof window<`u`?m.useLayoutEffect:m.useEffect,xc=new WeakMap;function Sc(e,t){var n=yc(t||null,function(t){return e.forEach(function(e){return vc(e,t)})});return bc(function(){var t=xc.get(n);if(t){var r=new Set(t),i=new Set(e),a=n.current;r.forEach(function(e){i.has(e)||vc(e,null)}),i.forEach(function(e){r.has(e)||vc(e,a)})}xc.set(n,e)},[e]),n}function Cc(e){return e}function wc(e,t){t===void 0&&(t=Cc);var n=[],r=!1;return{read:function(){if(r)throw Error("Sidecar: could not `read` from an `assigned` medium. `read` could be used only with `useMedium`.");return n.length?n[n.length-1]:e},useMedium:function(e){var i=t(e,r);return n.push(i),function(){n=n.filter(function(e){return e!==i})}},assignSyncMedium:function(e){for(r=!0;n.length;){var t=n;n=[],t.forEach(e)}n={push:function(t){return e(t)},filter:function(){return n}}},assignMedium:function(e){r=!0;var t=[];if(n.length){var i=n;n=[],i.forEach(e),t=n}var a=function(){var n=t;t=[],n.forEach(e)},o=function(){return Promise.resolve().then(a)};o(),n={push:function(e){t.push(e),o()},filter:function(e){return t=t.filter(e),n}}}}}function Tc(e){e===void 0&&(e={});var t=wc(null);return t.options=dc({async:!0,ssr:!1},e),t}var Ec=function(e){var t=e.sideCar,n=fc(e,[`sideCar`]);if(!t)throw Error("Sidecar: please provide `sideCar` property to import the right car");var r=t.read();if(!r)throw Error(`Sidecar medium not found`);return m.createElement(r,dc({},n))};Ec.isSideCarExport=!0;function Dc(e,t){return e.useMedium(t),Ec}var Oc=Tc(),kc=function(){},Ac=m.forwardRef(function(e,t){var n=m.useRef(null),r=m.useState({onScrollCapture:kc,onWheelCapture:kc,onTouchMoveCapture:kc}),i=r[0],a=r[1],o=e.forwardProps,s=e.children,c=e.className,l=e.removeScrollBar,u=e.enabled,d=e.shards,f=e.sideCar,p=e.noRelative,h=e.noIsolation,g=e.inert,_=e.allowPinchZoom,v=e.as,y=v===void 0?`div`:v,b=e.gapMode,x=fc(e,[`forwardProps`,`children`,`className`,`removeScrollBar`,`enabled`,`shards`,`sideCar`,`noRelative`,`noIsolation`,`inert`,`allowPinchZoom`,`as`,`gapMode`]),S=f,C=Sc([n,t]),w=dc(dc({},x),i);return m.createElement(m.Fragment,null,u&&m.createElement(S,{sideCar:Oc,removeScrollBar:l,shards:d,noRelative:p,noIsolation:h,inert:g,setCallbacks:a,allowPinchZoom:!!_,lockRef:n,gapMode:b}),o?m.cloneElement(m.Children.only(s),dc(dc({},w),{ref:C})):m.createElement(y,dc({},w,{className:c,ref:C}),s))});Ac.defaultProps={enabled:!0,removeScrollBar:!0,inert:!1},Ac.classNames={fullWidth:hc,zeroRight:mc};var jc,Mc=function(e){jc=e},Nc=function(){if(jc)return jc;if(typeof __webpack_nonce__<`u`)return __webpack_nonce__};function Pc(){if(!document)return null;var e=document.createElement(`style`);e.type=`text/css`;var t=Nc();return t&&e.setAttribute(`nonce`,t),e}function Fc(e,t){e.styleSheet?e.styleSheet.cssText=t:e.appendChild(document.createTextNode(t))}function Ic(e){(document.head||document.getElementsByTagName(`head`)[0]).appendChild(e)}var Lc=function(){var e=0,t=null;return{add:function(n){e==0&&(t=Pc())&&(Fc(t,n),Ic(t)),e++},remove:function(){e--,!e&&t&&(t.parentNode&&t.parentNode.removeChild(t),t=null)}}},Rc=function(){var e=Lc();return function(t,n){m.useEffect(function(){return e.add(t),function(){e.remove()}},[t&&n])}},zc=function(){var e=Rc();return function(t){var n=t.styles,r=t.dynamic;return e(n,r),null}},Bc={left:0,top:0,right:0,gap:0},Vc=function(e){return parseInt(e||``,10)||0},Hc=function(e){var t=window.getComputedStyle(document.body),n=t[e===`padding`?`paddingLeft`:`marginLeft`],r=t[e===`padding`?`paddingTop`:`marginTop`],i=t[e===`padding`?`paddingRight`:`marginRight`];return[Vc(n),Vc(r),Vc(i)]},Uc=function(e){if(e===void 0&&(e=`margin`),typeof window>`u`)return Bc;var t=Hc(e),n=document.documentElement.clientWidth,r=window.innerWidth;return{left:t[0],top:t[1],right:t[2],gap:Math.max(0,r-n+t[2]-t[0])}},Wc=zc(),Gc=`data-scroll-locked`,Kc=function(e,t,n,r){var i=e.left,a=e.top,o=e.right,s=e.gap;return n===void 0&&(n=`margin`),`
  .${gc} {
   overflow: hidden ${r};
   padding-right: ${s}px ${r};
  }
  body[${Gc}] {
    overflow: hidden ${r};
    overscroll-behavior: contain;
    ${[t&&`position: relative ${r};`,n===`margin`&&`
    padding-left: ${i}px;
    padding-top: ${a}px;
    padding-right: ${o}px;
    margin-left:0;
    margin-top:0;
    margin-right: ${s}px ${r};
    `,n===`padding`&&`padding-right: ${s}px ${r};`].filter(Boolean).join(``)}
  }
  
  .${mc} {
    right: ${s}px ${r};
  }
  
  .${hc} {
    margin-right: ${s}px ${r};
  }
  
  .${mc} .${mc} {
    right: 0 ${r};
  }
  
  .${hc} .${hc} {
    margin-right: 0 ${r};
  }
  
  body[${Gc}] {
    ${_c}: ${s}px;
  }
`},qc=function(){var e=parseInt(document.body.getAttribute(`data-scroll-locked`)||`0`,10);return isFinite(e)?e:0},Jc=function(){m.useEffect(function(){return document.body.setAttribute(Gc,(qc()+1).toString()),function(){var e=qc()-1;e<=0?document.body.removeAttribute(Gc):document.body.setAttribute(Gc,e.toString())}},[])},Yc=function(e){var t=e.noRelative,n=e.noImportant,r=e.gapMode,i=r===void 0?`margin`:r;Jc();var a=m.useMemo(function(){return Uc(i)},[i]);return m.createElement(Wc,{styles:Kc(a,!t,i,n?``:`!important`)})},Xc=!1;if(typeof window<`u`)try{var Zc=Object.defineProperty({},"passive",{get:function(){return Xc=!0,!0}});window.addEventListener(`test`,Zc,Zc),window.removeEventListener(`test`,Zc,Zc)}catch{Xc=!1}var Qc=Xc?{passive:!1}:!1,$c=function(e){return e.tagName===`TEXTAREA`},el=function(e,t){if(!(e instanceof Element))return!1;var n=window.getComputedStyle(e);return n[t]!==`hidden`&&!(n.overflowY===n.overflowX&&!$c(e)&&n[t]===`visible`)},tl=function(e){return el(e,`overflowY`)},nl=function(e){return el(e,`overflowX`)},rl=function(e,t){var n=t.ownerDocument,r=t;do{if(typeof ShadowRoot<`u`&&r instanceof ShadowRoot&&(r=r.host),ol(e,r)){var i=sl(e,r);if(i[1]>i[2])return!0}r=r.parentNode}while(r&&r!==n.body);return!1},il=function(e){return[e.scrollTop,e.scrollHeight,e.clientHeight]},al=function(e){return[e.scrollLeft,e.scrollWidth,e.clientWidth]},ol=function(e,t){return e===`v`?tl(t):nl(t)},sl=function(e,t){return e===`v`?il(t):al(t)},cl=function(e,t){return e===`h`&&t===`rtl`?-1:1},ll=function(e,t,n,r,i){var a=cl(e,window.getComputedStyle(t).direction),o=a*r,s=n.target,c=t.contains(s),l=!1,u=o>0,d=0,f=0;do{if(!s)break;var p=sl(e,s),m=p[0],h=p[1]-p[2]-a*m;(m||h)&&ol(e,s)&&(d+=h,f+=m);var g=s.parentNode;s=g&&g.nodeType===Node.DOCUMENT_FRAGMENT_NODE?g.host:g}while(!c&&s!==document.body||c&&(t.contains(s)||t===s));return(u&&(i&&Math.abs(d)<1||!i&&o>d)||!u&&(i&&Math.abs(f)<1||!i&&-o>f))&&(l=!0),l},ul=function(e){return`changedTouches`in e?[e.changedTouches[0].clientX,e.changedTouches[0].clientY]:[0,0]},dl=function(e){return[e.deltaX,e.deltaY]},fl=function(e){return e&&`current`in e?e.current:e},pl=function(e,t){return e[0]===t[0]&&e[1]===t[1]},ml=function(e){return`
  .block-interactivity-${e} {pointer-events: none;}
  .allow-interactivity-${e} {pointer-events: all;}
`},hl=0,gl=[];function _l(e){var t=m.useRef([]),n=m.useRef([0,0]),r=m.useRef(),i=m.useState(hl++)[0],a=m.useState(zc)[0],o=m.useRef(e);m.useEffect(function(){o.current=e},[e]),m.useEffect(function(){if(e.inert){document.body.classList.add(`block-interactivity-${i}`);var t=pc([e.lockRef.current],(e.shards||[]).map(fl),!0).filter(Boolean);return t.forEach(function(e){return e.classList.add(`allow-interactivity-${i}`)}),function(){document.body.classList.remove(`block-interactivity-${i}`),t.forEach(function(e){return e.classList.remove(`allow-interactivity-${i}`)})}}},[e.inert,e.lockRef.current,e.shards]);var s=m.useCallback(function(e,t){if(`touches`in e&&e.touches.length===2||e.type===`wheel`&&e.ctrlKey)return!o.current.allowPinchZoom;var i=ul(e),a=n.current,s=`deltaX`in e?e.deltaX:a[0]-i[0],c=`deltaY`in e?e.deltaY:a[1]-i[1],l,u=e.target,d=Math.abs(s)>Math.abs(c)?`h`:`v`;if(`touches`in e&&d===`h`&&u.type===`range`)return!1;var f=window.getSelection(),p=f&&f.anchorNode;if(p&&(p===u||p.contains(u)))return!1;var m=rl(d,u);if(!m)return!0;if(m?l=d:(l=d===`v`?`h`:`v`,m=rl(d,u)),!m)return!1;if(!r.current&&`changedTouches`in e&&(s||c)&&(r.current=l),!l)return!0;var h=r.current||l;return ll(h,t,e,h===`h`?s:c,!0)},[]),c=m.useCallback(function(e){var n=e;if(gl.length&&gl[gl.length-1]===a){var r=`deltaY`in n?dl(n):ul(n),i=t.current.filter(function(e){return e.name===n.type&&(e.target===n.target||n.target===e.shadowParent)&&pl(e.delta,r)})[0];if(i&&i.should)n.cancelable&&n.preventDefault();else if(!i){var c=(o.current.shards||[]).map(fl).filter(Boolean).filter(function(e){return e.contains(n.target)});(c.length>0?s(n,c[0]):!o.current.noIsolation)&&n.cancelable&&n.preventDefault()}}},[]),l=m.useCallback(function(e,n,r,i){var a={name:e,delta:n,target:r,should:i,shadowParent:vl(r)};t.current.push(a),setTimeout(function(){t.current=t.current.filter(function(e){return e!==a})},1)},[]),u=m.useCallback(function(e){n.current=ul(e),r.current=void 0},[]),d=m.useCallback(function(t){l(t.type,dl(t),t.target,s(t,e.lockRef.current))},[]),f=m.useCallback(function(t){l(t.type,ul(t),t.target,s(t,e.lockRef.current))},[]);m.useEffect(function(){return gl.push(a),e.setCallbacks({onScrollCapture:d,onWheelCapture:d,onTouchMoveCapture:f}),document.addEventListener(`wheel`,c,Qc),document.addEventListener(`touchmove`,c,Qc),document.addEventListener(`touchstart`,u,Qc),function(){gl=gl.filter(function(e){return e!==a}),document.removeEventListener(`wheel`,c,Qc),document.removeEventListener(`touchmove`,c,Qc),document.removeEventListener(`touchstart`,u,Qc)}},[]);var p=e.removeScrollBar,h=e.inert;return m.createElement(m.Fragment,null,h?m.createElement(a,{styles:ml(i)}):null,p?m.createElement(Yc,{noRelative:e.noRelative,gapMode:e.gapMode}):null)}function vl(e){for(var t=null;e!==null;)e instanceof ShadowRoot&&(t=e.host,e=e.host),e=e.parentNode;return t}var yl=Dc(Oc,_l),bl=m.forwardRef(function(e,t){return m.createElement(Ac,dc({},e,{ref:t,sideCar:yl}))});bl.classNames=Ac.classNames;function xl({keepMounted:e,keepMountedMode:t=`activity`,opened:n,onClose:r,id:i,transitionProps:a,onExitTransitionEnd:o,onEnterTransitionEnd:s,trapFocus:c,closeOnEscape:l,returnFocus:u,closeOnClickOutside:d,withinPortal:f,portalProps:p,lockScroll:m,children:h,zIndex:g,shadow:_,padding:v,__vars:y,unstyled:b,removeScrollProps:x,__handledEscapeEvents:S,...C}){let{_id:w,titleMounted:T,bodyMounted:E,shouldLockScroll:D,setTitleMounted:O,setBodyMounted:A}=uc({id:i,transitionProps:a,opened:n,trapFocus:c,closeOnEscape:l,onClose:r,returnFocus:u,handledEscapeEvents:S}),{key:M,...N}=x||{};return(0,U.jsx)(ws,{...p,withinPortal:f,children:(0,U.jsx)(sc,{value:{opened:n,onClose:r,closeOnClickOutside:d,onExitTransitionEnd:o,onEnterTransitionEnd:s,transitionProps:{...a,keepMounted:e,keepMountedMode:t},getTitleId:()=>`${w}-title`,getBodyId:()=>`${w}-body`,titleMounted:T,bodyMounted:E,setTitleMounted:O,setBodyMounted:A,trapFocus:c,closeOnEscape:l,zIndex:g,unstyled:b},children:(0,U.jsx)(bl,{enabled:D&&m,...N,children:(0,U.jsx)(q,{...C,id:w,__vars:{...y,"--mb-z-index":(g||k(`modal`)).toString(),"--mb-shadow":F(_),"--mb-padding":j(v)},children:h})},M)})})}xl.displayName=`@mantine/core/ModalBase`;function Sl(){let e=cc();return(0,m.useEffect)(()=>(e.setBodyMounted(!0),()=>e.setBodyMounted(!1)),[]),e.getBodyId()}var Cl={title:`m_615af6c9`,header:`m_b5489c3c`,inner:`m_60c222c7`,content:`m_fd1ab0aa`,close:`m_606cb269`,body:`m_5df29311`};function wl({className:e,...t}){let n=Sl(),r=cc();return(0,U.jsx)(q,{id:n,className:H({[Cl.body]:!r.unstyled},e),...t})}wl.displayName=`@mantine/core/ModalBaseBody`;function Tl({className:e,onClick:t,...n}){let r=cc();return(0,U.jsx)(tc,{...n,onClick:e=>{r.onClose(),t?.(e)},className:H({[Cl.close]:!r.unstyled},e),unstyled:r.unstyled})}Tl.displayName=`@mantine/core/ModalBaseCloseButton`;function El({transitionProps:e,className:t,innerProps:n,onKeyDown:r,style:i,ref:a,...o}){let s=cc();return(0,U.jsx)(As,{mounted:s.opened,transition:`pop`,...s.transitionProps,onExited:()=>{s.onExitTransitionEnd?.(),s.transitionProps?.onExited?.()},onEntered:()=>{s.onEnterTransitionEnd?.(),s.transitionProps?.onEntered?.()},...e,children:e=>(0,U.jsx)(`div`,{...n,className:H({[Cl.inner]:!s.unstyled},n.className),children:(0,U.jsx)(Ns,{active:s.opened&&s.trapFocus,innerRef:a,children:(0,U.jsx)(os,{...o,component:`section`,role:`dialog`,tabIndex:-1,"aria-modal":!0,"aria-describedby":s.bodyMounted?s.getBodyId():void 0,"aria-labelledby":s.titleMounted?s.getTitleId():void 0,style:[i,e],className:H({[Cl.content]:!s.unstyled},t),unstyled:s.unstyled,children:o.children})})})})}El.displayName=`@mantine/core/ModalBaseContent`;function Dl({className:e,...t}){let n=cc();return(0,U.jsx)(q,{component:`header`,className:H({[Cl.header]:!n.unstyled},e),...t})}Dl.displayName=`@mantine/core/ModalBaseHeader`;var Ol={duration:200,timingFunction:`ease`,transition:`fade`};function kl(e){let t=cc();return{...Ol,...t.transitionProps,...e}}function Al({onClick:e,transitionProps:t,style:n,visible:r,...i}){let a=cc(),o=kl(t),s=r===void 0?a.opened:r;return(0,U.jsx)(As,{mounted:s,...o,transition:`fade`,children:t=>(0,U.jsx)(vs,{fixed:!0,style:[n,t,s?void 0:{pointerEvents:`none`}],zIndex:a.zIndex,unstyled:a.unstyled,onClick:t=>{e?.(t),a.closeOnClickOutside&&a.onClose()},...i})})}Al.displayName=`@mantine/core/ModalBaseOverlay`;function jl(){let e=cc();return(0,m.useEffect)(()=>(e.setTitleMounted(!0),()=>e.setTitleMounted(!1)),[]),e.getTitleId()}function Ml({className:e,...t}){let n=jl(),r=cc();return(0,U.jsx)(q,{component:`h2`,className:H({[Cl.title]:!r.unstyled},e),id:n,...t})}Ml.displayName=`@mantine/core/ModalBaseTitle`;function Nl({children:e}){return(0,U.jsx)(U.Fragment,{children:e})}var Pl=(0,m.createContext)({size:`sm`}),Fl=K(e=>{let t=W(`InputClearButton`,null,e),{size:n,variant:r,vars:i,classNames:a,styles:o,...s}=t,c=(0,m.use)(Pl),{resolvedClassNames:l,resolvedStyles:u}=At({classNames:a,styles:o,props:t});return(0,U.jsx)(tc,{variant:r||`transparent`,size:n||c?.size||`sm`,classNames:l,styles:u,__staticSelector:`InputClearButton`,style:{pointerEvents:`all`,background:`var(--input-bg)`,...s.style},...s})});Fl.displayName=`@mantine/core/InputClearButton`;var Il={xs:7,sm:8,md:10,lg:12,xl:15};function Ll({__clearable:e,__clearSection:t,rightSection:n,__defaultRightSection:r,size:i=`sm`,__clearSectionMode:a=`both`}){let o=e&&t;return a===`rightSection`?n===null?null:n||r:a===`clear`?n===null?null:o||r:o&&(n||r)?(0,U.jsxs)(`div`,{"data-combined-clear-section":!0,style:{display:`flex`,gap:2,alignItems:`center`,paddingInlineEnd:Il[i]},children:[o,n||r]}):n===null?null:n||o||r}var Rl=(0,m.createContext)({offsetBottom:!1,offsetTop:!1,describedBy:void 0,getStyles:null,inputId:void 0,labelId:void 0}),zl={wrapper:`m_6c018570`,input:`m_8fb7ebe7`,bottomSection:`m_93f4ed57`,section:`m_82577fc2`,placeholder:`m_88bacfd0`,root:`m_46b77525`,label:`m_8fdc1311`,required:`m_78a94662`,error:`m_8f816625`,success:`m_9d9d40e0`,description:`m_fe47ce59`},Bl=V((e,{size:t})=>({description:{"--input-description-size":t===void 0?void 0:`calc(${N(t)} - ${x(2)})`}})),Vl=K(e=>{let t=W(`InputDescription`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,__staticSelector:c,__inheritStyles:l=!0,attributes:u,...d}=W(`InputDescription`,null,t),f=(0,m.use)(Rl),p=G({name:[`InputWrapper`,c],props:t,classes:zl,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:u,rootSelector:`description`,vars:s,varsResolver:Bl}),h=l&&f?.getStyles||p;return(0,U.jsx)(q,{component:`p`,...h(`description`,f?.getStyles?{className:r,style:i}:void 0),...d})});Vl.classes=zl,Vl.varsResolver=Bl,Vl.displayName=`@mantine/core/InputDescription`;var Hl=V((e,{size:t})=>({error:{"--input-error-size":t===void 0?void 0:`calc(${N(t)} - ${x(2)})`}})),Ul=K(e=>{let t=W(`InputError`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,attributes:c,__staticSelector:l,__inheritStyles:u=!0,...d}=t,f=G({name:[`InputWrapper`,l],props:t,classes:zl,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:c,rootSelector:`error`,vars:s,varsResolver:Hl}),p=(0,m.use)(Rl),h=u&&p?.getStyles||f;return(0,U.jsx)(q,{component:`p`,...h(`error`,p?.getStyles?{className:r,style:i}:void 0),...d})});Ul.classes=zl,Ul.varsResolver=Hl,Ul.displayName=`@mantine/core/InputError`;var Wl={labelElement:`label`},Gl=V((e,{size:t})=>({label:{"--input-label-size":N(t),"--input-asterisk-color":void 0}})),Kl=K(e=>{let t=W(`InputLabel`,Wl,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,labelElement:c,required:l,htmlFor:u,onMouseDown:d,children:f,__staticSelector:p,mod:h,attributes:g,..._}=t,v=G({name:[`InputWrapper`,p],props:t,classes:zl,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:g,rootSelector:`label`,vars:s,varsResolver:Gl}),y=(0,m.use)(Rl),b=y?.getStyles||v,x=_.component||c,S=typeof x!=`string`||x===`label`;return(0,U.jsxs)(q,{...b(`label`,y?.getStyles?{className:r,style:i}:void 0),component:c,htmlFor:S?u:void 0,mod:[{required:l},h],onMouseDown:e=>{d?.(e),!e.defaultPrevented&&e.detail>1&&e.preventDefault()},..._,children:[f,l&&(0,U.jsx)(`span`,{...b(`required`),"aria-hidden":!0,children:` *`})]})});Kl.classes=zl,Kl.varsResolver=Gl,Kl.displayName=`@mantine/core/InputLabel`;var ql=K(e=>{let t=W(`InputPlaceholder`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,__staticSelector:c,error:l,mod:u,attributes:d,...f}=t,p=G({name:[`InputPlaceholder`,c],props:t,classes:zl,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:d,rootSelector:`placeholder`});return(0,U.jsx)(q,{...p(`placeholder`),mod:[{error:!!l},u],component:`span`,...f})});ql.classes=zl,ql.displayName=`@mantine/core/InputPlaceholder`;var Jl=V((e,{size:t})=>({success:{"--input-success-size":t===void 0?void 0:`calc(${N(t)} - ${x(2)})`}})),Yl=K(e=>{let t=W(`InputSuccess`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,attributes:c,__staticSelector:l,__inheritStyles:u=!0,...d}=t,f=G({name:[`InputWrapper`,l],props:t,classes:zl,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:c,rootSelector:`success`,vars:s,varsResolver:Jl}),p=(0,m.use)(Rl),h=u&&p?.getStyles||f;return(0,U.jsx)(q,{component:`p`,...h(`success`,p?.getStyles?{className:r,style:i}:void 0),...d})});Yl.classes=zl,Yl.varsResolver=Jl,Yl.displayName=`@mantine/core/InputSuccess`;function Xl(e,{hasDescription:t,hasError:n}){let r=e.findIndex(e=>e===`input`),i=e.slice(0,r),a=e.slice(r+1),o=t&&i.includes(`description`)||n&&i.includes(`error`);return{offsetBottom:t&&a.includes(`description`)||n&&a.includes(`error`),offsetTop:o}}var Zl={labelElement:`label`,inputContainer:e=>e,inputWrapperOrder:[`label`,`description`,`input`,`error`]},Ql=V((e,{size:t})=>({label:{"--input-label-size":N(t),"--input-asterisk-color":void 0},error:{"--input-error-size":t===void 0?void 0:`calc(${N(t)} - ${x(2)})`},success:{"--input-success-size":t===void 0?void 0:`calc(${N(t)} - ${x(2)})`},description:{"--input-description-size":t===void 0?void 0:`calc(${N(t)} - ${x(2)})`}})),$l=K(e=>{let t=W(`InputWrapper`,Zl,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,size:c,variant:l,__staticSelector:u,inputContainer:d,inputWrapperOrder:f,label:p,error:h,success:g,description:_,labelProps:v,descriptionProps:y,errorProps:b,successProps:x,labelElement:S,children:C,withAsterisk:w,id:T,required:E,__stylesApiProps:D,mod:O,attributes:k,...A}=t,j=G({name:[`InputWrapper`,u],props:D||t,classes:zl,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:k,vars:s,varsResolver:Ql}),M={size:c,variant:l,__staticSelector:u},N=De(T),P=typeof w==`boolean`?w:E,F=b?.id||`${N}-error`,ee=x?.id||`${N}-success`,I=y?.id||`${N}-description`,L=N,te=!!h&&typeof h!=`boolean`,ne=!!g&&typeof g!=`boolean`&&!h,R=!!_,re=te&&f.includes(`error`),ie=ne&&f.includes(`error`),ae=R&&f.includes(`description`),oe=`${re?F:``} ${ie?ee:``} ${ae?I:``}`,se=oe.trim().length>0?oe.trim():void 0,ce=v?.id||`${N}-label`,le=p&&(0,U.jsx)(Kl,{labelElement:S,id:ce,htmlFor:L,required:P,...M,...v,children:p},`label`),ue=R&&(0,U.jsx)(Vl,{...y,...M,size:y?.size||M.size,id:y?.id||I,children:_},`description`),de=(0,U.jsx)(m.Fragment,{children:d(C)},`input`),z=te&&(0,m.createElement)(Ul,{...b,...M,size:b?.size||M.size,key:`error`,id:b?.id||F},h),B=ne&&(0,m.createElement)(Yl,{...x,...M,size:x?.size||M.size,key:`success`,id:x?.id||ee},g),fe=f.map(e=>{switch(e){case`label`:return le;case`input`:return de;case`description`:return ue;case`error`:return z||B;default:return null}});return(0,U.jsx)(Rl,{value:{getStyles:j,describedBy:se,inputId:L,labelId:le&&f.includes(`label`)?ce:void 0,...Xl(f,{hasDescription:R,hasError:te||ne})},children:(0,U.jsx)(q,{variant:l,size:c,mod:[{error:!!h,success:!!g&&!h},O],id:S===`label`?void 0:T,...j(`root`),...A,children:fe})})});$l.classes=zl,$l.varsResolver=Ql,$l.displayName=`@mantine/core/InputWrapper`;var eu={variant:`default`,leftSectionPointerEvents:`none`,rightSectionPointerEvents:`none`,withAria:!0,withErrorStyles:!0,withSuccessStyles:!0,size:`sm`,loading:!1,loadingPosition:`right`},tu=V((e,t,n)=>({wrapper:{"--input-margin-top":n.offsetTop?`calc(var(--mantine-spacing-xs) / 2)`:void 0,"--input-margin-bottom":n.offsetBottom?`calc(var(--mantine-spacing-xs) / 2)`:void 0,"--input-height":A(t.size,`input-height`),"--input-fz":N(t.size),"--input-radius":t.radius===void 0?void 0:M(t.radius),"--input-left-section-width":t.leftSectionWidth===void 0?void 0:x(t.leftSectionWidth),"--input-right-section-width":t.rightSectionWidth===void 0?void 0:x(t.rightSectionWidth),"--input-padding-y":t.multiline?A(t.size,`input-padding-y`):void 0,"--input-left-section-pointer-events":t.leftSectionPointerEvents,"--input-right-section-pointer-events":t.rightSectionPointerEvents}})),X=On(e=>{let t=W(`Input`,eu,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,required:s,__staticSelector:c,__stylesApiProps:l,size:u,wrapperProps:d,error:f,success:p,disabled:h,leftSection:g,leftSectionProps:_,leftSectionWidth:v,rightSection:y,rightSectionProps:b,rightSectionWidth:x,rightSectionPointerEvents:S,leftSectionPointerEvents:C,variant:w,vars:T,pointer:E,multiline:D,radius:O,id:k,withAria:A,withErrorStyles:j,withSuccessStyles:M,mod:N,inputSize:P,attributes:F,__clearSection:ee,__clearable:I,__clearSectionMode:L,__defaultRightSection:te,loading:ne,loadingPosition:R,loaderProps:re,__bottomSection:ie,__bottomSectionProps:ae,rootRef:oe,dir:se,...ce}=t,{styleProps:le,rest:ue}=Qt(ce),de=(0,m.use)(Rl),z={offsetBottom:de?.offsetBottom,offsetTop:de?.offsetTop},B=G({name:[`Input`,c],props:l||t,classes:zl,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:F,stylesCtx:z,rootSelector:`wrapper`,vars:T,varsResolver:tu}),fe=A?{required:s,disabled:h,"aria-invalid":f?!0:void 0,"aria-describedby":de?.describedBy,id:de?.inputId||k}:{},pe=ne?(0,U.jsx)(Hs,{size:R===`left`?`calc(var(--input-left-section-size) / 2)`:`calc(var(--input-right-section-size) / 2)`,...re}):null,me=ne&&R===`left`?pe:g,he=Ll({__clearable:I,__clearSection:ee,rightSection:ne&&R===`right`?pe:y,__defaultRightSection:te,size:u,__clearSectionMode:L});return(0,U.jsx)(Pl,{value:{size:u||`sm`},children:(0,U.jsxs)(q,{ref:oe,dir:se,...B(`wrapper`),...le,...d,mod:[{error:!!f&&j,success:!!p&&!f&&M,pointer:E,disabled:h,multiline:D,withRightSection:!!he,withLeftSection:!!me,withBottomSection:!!ie},N],variant:w,size:u,children:[me&&(0,U.jsx)(`div`,{..._,"data-position":`left`,...B(`section`,{className:_?.className,style:_?.style}),children:me}),(0,U.jsx)(q,{component:`input`,...ue,...fe,required:s,mod:{disabled:h,error:!!f&&j,success:!!p&&!f&&M},variant:w,__size:P,...B(`input`)}),ie&&(0,U.jsx)(`div`,{...ae,...B(`bottomSection`,{className:ae?.className,style:ae?.style}),children:ie}),he&&(0,U.jsx)(`div`,{...b,"data-position":`right`,...B(`section`,{className:b?.className,style:b?.style}),children:he})]})})});X.classes=zl,X.varsResolver=tu,X.Wrapper=$l,X.Label=Kl,X.Error=Ul,X.Success=Yl,X.Description=Vl,X.Placeholder=ql,X.ClearButton=Fl,X.displayName=`@mantine/core/Input`;function nu(e,t,n){let r=W([`Input`,`InputWrapper`,e],t,n),{label:i,description:a,error:o,success:s,required:c,classNames:l,styles:u,className:d,unstyled:f,__staticSelector:p,__stylesApiProps:m,errorProps:h,successProps:g,labelProps:_,descriptionProps:v,wrapperProps:y,id:b,size:x,style:S,inputContainer:C,inputWrapperOrder:w,withAsterisk:T,variant:E,vars:D,mod:O,attributes:k,...A}=r,{styleProps:j,rest:M}=Qt(A),N={label:i,description:a,error:o,success:s,required:c,classNames:l,className:d,__staticSelector:p,__stylesApiProps:m||r,errorProps:h,successProps:g,labelProps:_,descriptionProps:v,unstyled:f,styles:u,size:x,style:S,inputContainer:C,inputWrapperOrder:w,withAsterisk:T,variant:E,id:b,mod:O,attributes:k,...y};return{...M,classNames:l,styles:u,unstyled:f,wrapperProps:{...N,...j},inputProps:{required:c,classNames:l,styles:u,unstyled:f,size:x,__staticSelector:p,__stylesApiProps:m||r,error:o,success:s,variant:E,id:b,attributes:k}}}var ru={__staticSelector:`InputBase`,withAria:!0,size:`sm`},iu=On(e=>{let{inputProps:t,wrapperProps:n,...r}=nu(`InputBase`,ru,e);return(0,U.jsx)(X.Wrapper,{...n,children:(0,U.jsx)(X,{...t,...r})})});iu.classes={...X.classes,...X.Wrapper.classes},iu.displayName=`@mantine/core/InputBase`;var au={root:`m_b6d8b162`};function ou(e){if(e===`start`)return`start`;if(e===`end`||e)return`end`}var su={inherit:!1},cu=V((e,{variant:t,lineClamp:n,gradient:r,size:i,textWrap:a})=>({root:{"--text-fz":N(i),"--text-lh":P(i),"--text-gradient":t===`gradient`?tt(r,e):void 0,"--text-line-clamp":typeof n==`number`?n.toString():void 0,"--text-text-wrap":a}})),lu=On(e=>{let t=W(`Text`,su,e),{lineClamp:n,truncate:r,inline:i,inherit:a,gradient:o,span:s,textWrap:c,__staticSelector:l,vars:u,className:d,style:f,classNames:p,styles:m,unstyled:h,variant:g,mod:_,size:v,attributes:y,...b}=t,x=G({name:[`Text`,l],props:t,classes:au,className:d,style:f,classNames:p,styles:m,unstyled:h,attributes:y,vars:u,varsResolver:cu});return(0,U.jsx)(q,{...x(`root`,{focusable:!0}),component:s?`span`:`p`,variant:g,mod:[{truncate:ou(r),lineClamp:typeof n==`number`,inline:i,inherit:a},_],size:v,...b})});lu.classes=au,lu.varsResolver=cu,lu.displayName=`@mantine/core/Text`;var uu={root:`m_77c9d27d`,inner:`m_80f1301b`,label:`m_811560b9`,section:`m_a74036a`,loader:`m_a25b86ee`,group:`m_80d6d844`,groupSection:`m_70be2a01`},du={orientation:`horizontal`},fu=V((e,{borderWidth:t})=>({group:{"--button-border-width":x(t)}})),pu=K(e=>{let t=W(`ButtonGroup`,du,e),{className:n,style:r,classNames:i,styles:a,unstyled:o,orientation:s,vars:c,borderWidth:l,mod:u,attributes:d,...f}=W(`ButtonGroup`,du,e),p=G({name:`ButtonGroup`,props:t,classes:uu,className:n,style:r,classNames:i,styles:a,unstyled:o,attributes:d,vars:c,varsResolver:fu,rootSelector:`group`});return(0,U.jsx)(q,{...p(`group`),mod:[{orientation:s},u],role:`group`,...f})});pu.classes=uu,pu.varsResolver=fu,pu.displayName=`@mantine/core/ButtonGroup`;var mu=V((e,{radius:t,color:n,gradient:r,variant:i,autoContrast:a,size:o})=>{let s=e.variantColorResolver({color:n||e.primaryColor,theme:e,gradient:r,variant:i||`filled`,autoContrast:a});return{groupSection:{"--section-height":A(o,`section-height`),"--section-padding-x":A(o,`section-padding-x`),"--section-fz":o?.includes(`compact`)?N(o.replace(`compact-`,``)):N(o),"--section-radius":t===void 0?void 0:M(t),"--section-bg":n||i?s.background:void 0,"--section-color":s.color,"--section-bd":n||i?s.border:void 0}}}),hu=K(e=>{let t=W(`ButtonGroupSection`,null,e),{className:n,style:r,classNames:i,styles:a,unstyled:o,vars:s,gradient:c,radius:l,autoContrast:u,attributes:d,...f}=t,p=G({name:`ButtonGroupSection`,props:t,classes:uu,className:n,style:r,classNames:i,styles:a,unstyled:o,attributes:d,vars:s,varsResolver:mu,rootSelector:`groupSection`});return(0,U.jsx)(q,{...p(`groupSection`),...f})});hu.classes=uu,hu.varsResolver=mu,hu.displayName=`@mantine/core/ButtonGroupSection`;var gu={in:{opacity:1,transform:`translate(-50%, calc(-50% + ${x(1)}))`},out:{opacity:0,transform:`translate(-50%, -200%)`},common:{transformOrigin:`center`},transitionProperty:`transform, opacity`},_u=V((e,{radius:t,color:n,gradient:r,variant:i,size:a,justify:o,autoContrast:s})=>{let c=e.variantColorResolver({color:n||e.primaryColor,theme:e,gradient:r,variant:i||`filled`,autoContrast:s});return{root:{"--button-justify":o,"--button-height":A(a,`button-height`),"--button-padding-x":A(a,`button-padding-x`),"--button-fz":a?.includes(`compact`)?N(a.replace(`compact-`,``)):N(a),"--button-radius":t===void 0?void 0:M(t),"--button-bg":n||i?c.background:void 0,"--button-hover":n||i?c.hover:void 0,"--button-color":c.color,"--button-bd":n||i?c.border:void 0,"--button-hover-color":n||i?c.hoverColor:void 0}}}),vu=On(e=>{let t=W(`Button`,null,e),{style:n,vars:r,className:i,color:a,disabled:o,children:s,leftSection:c,rightSection:l,fullWidth:u,variant:d,radius:f,loading:p,loaderProps:m,gradient:h,classNames:g,styles:_,unstyled:v,"data-disabled":y,autoContrast:b,mod:x,attributes:S,...C}=t,w=G({name:`Button`,props:t,classes:uu,className:i,style:n,classNames:g,styles:_,unstyled:v,attributes:S,vars:r,varsResolver:_u}),T=!!c,E=!!l;return(0,U.jsxs)(ts,{...w(`root`,{active:!o&&!p&&!y}),unstyled:v,variant:d,disabled:o||p,mod:[{disabled:o||y,loading:p,block:u,"with-left-section":T,"with-right-section":E},x],...C,children:[typeof p==`boolean`&&(0,U.jsx)(As,{mounted:p,transition:gu,duration:150,children:e=>(0,U.jsx)(q,{component:`span`,...w(`loader`,{style:e}),"aria-hidden":!0,children:(0,U.jsx)(Hs,{color:`var(--button-color)`,size:`calc(var(--button-height) / 1.8)`,...m})})}),(0,U.jsxs)(`span`,{...w(`inner`),children:[c&&(0,U.jsx)(q,{component:`span`,...w(`section`),mod:{position:`left`},children:c}),(0,U.jsx)(q,{component:`span`,mod:{loading:p},...w(`label`),children:s}),l&&(0,U.jsx)(q,{component:`span`,...w(`section`),mod:{position:`right`},children:l})]})]})});vu.classes=uu,vu.varsResolver=_u,vu.displayName=`@mantine/core/Button`,vu.Group=pu,vu.GroupSection=hu;var yu={root:`m_b183c0a2`},bu=V((e,{color:t})=>({root:{"--code-bg":t?Qe(t,e):void 0}})),xu=K(e=>{let t=W(`Code`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,color:c,block:l,mod:u,attributes:d,...f}=t,p=G({name:`Code`,props:t,classes:yu,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:d,vars:s,varsResolver:bu});return(0,U.jsx)(q,{component:l?`pre`:`code`,mod:[{block:l},u],...p(`root`),...f,dir:`ltr`})});xu.classes=yu,xu.varsResolver=bu,xu.displayName=`@mantine/core/Code`;var[Su,Cu]=D(`Modal component was not found in tree`),wu={root:`m_9df02822`,content:`m_54c44539`,inner:`m_1f958f16`,header:`m_d0e2b9cd`},Tu=K(e=>{let{classNames:t,className:n,style:r,styles:i,vars:a,...o}=W(`ModalBody`,null,e),s=Cu();return(0,U.jsx)(wl,{...s.getStyles(`body`,{classNames:t,style:r,styles:i,className:n}),...o})});Tu.classes=wu,Tu.displayName=`@mantine/core/ModalBody`;var Eu=K(e=>{let{classNames:t,className:n,style:r,styles:i,vars:a,...o}=W(`ModalCloseButton`,null,e),s=Cu();return(0,U.jsx)(Tl,{...s.getStyles(`close`,{classNames:t,style:r,styles:i,className:n}),...o})});Eu.classes=wu,Eu.displayName=`@mantine/core/ModalCloseButton`;var Du=K(e=>{let{classNames:t,className:n,style:r,styles:i,vars:a,children:o,__hidden:s,...c}=W(`ModalContent`,null,e),l=Cu(),u=l.scrollAreaComponent||Nl;return(0,U.jsx)(El,{...l.getStyles(`content`,{className:n,style:r,styles:i,classNames:t}),innerProps:l.getStyles(`inner`,{className:n,style:r,styles:i,classNames:t}),"data-full-screen":l.fullScreen||void 0,"data-modal-content":!0,"data-hidden":s||void 0,...c,children:(0,U.jsx)(u,{style:{maxHeight:l.fullScreen?`100dvh`:`calc(100dvh - (${x(l.yOffset)} * 2))`},children:o})})});Du.classes=wu,Du.displayName=`@mantine/core/ModalContent`;var Ou=K(e=>{let{classNames:t,className:n,style:r,styles:i,vars:a,...o}=W(`ModalHeader`,null,e),s=Cu();return(0,U.jsx)(Dl,{...s.getStyles(`header`,{classNames:t,style:r,styles:i,className:n}),...o})});Ou.classes=wu,Ou.displayName=`@mantine/core/ModalHeader`;var ku=K(e=>{let{classNames:t,className:n,style:r,styles:i,vars:a,...o}=W(`ModalOverlay`,null,e),s=Cu();return(0,U.jsx)(Al,{...s.getStyles(`overlay`,{classNames:t,style:r,styles:i,className:n}),...o})});ku.classes=wu,ku.displayName=`@mantine/core/ModalOverlay`;var Au={__staticSelector:`Modal`,closeOnClickOutside:!0,withinPortal:!0,lockScroll:!0,trapFocus:!0,returnFocus:!0,closeOnEscape:!0,keepMounted:!1,zIndex:k(`modal`),transitionProps:{duration:200,transition:`fade-down`},yOffset:`5dvh`},ju=V((e,{radius:t,size:n,yOffset:r,xOffset:i})=>({root:{"--modal-radius":t===void 0?void 0:M(t),"--modal-size":A(n,`modal-size`),"--modal-y-offset":x(r),"--modal-x-offset":x(i)}})),Mu=K(e=>{let t=W(`ModalRoot`,Au,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,yOffset:c,scrollAreaComponent:l,radius:u,fullScreen:d,centered:f,xOffset:p,__staticSelector:m,attributes:h,...g}=t,_=G({name:m,classes:wu,props:t,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:h,vars:s,varsResolver:ju});return(0,U.jsx)(Su,{value:{yOffset:c,scrollAreaComponent:l,getStyles:_,fullScreen:d},children:(0,U.jsx)(xl,{..._(`root`),"data-full-screen":d||void 0,"data-centered":f||void 0,"data-offset-scrollbars":l===Zo.Autosize||void 0,unstyled:o,...g})})});Mu.classes=wu,Mu.varsResolver=ju,Mu.displayName=`@mantine/core/ModalRoot`;var Nu=(0,m.createContext)(null);function Pu({children:e}){let[t,n]=(0,m.useState)([]),[r,i]=(0,m.useState)(k(`modal`)),[a]=(0,m.useState)(()=>new WeakSet);return(0,U.jsx)(Nu,{value:{stack:t,addModal:(e,t)=>{n(t=>[...new Set([...t,e])]),i(e=>typeof t==`number`&&typeof e==`number`?Math.max(e,t):e)},removeModal:e=>n(t=>t.filter(t=>t!==e)),getZIndex:e=>`calc(${r} + ${t.indexOf(e)} + 1)`,currentId:t[t.length-1],maxZIndex:r,handledEscapeEvents:a},children:e})}Pu.displayName=`@mantine/core/ModalStack`;var Fu=K(e=>{let{classNames:t,className:n,style:r,styles:i,vars:a,...o}=W(`ModalTitle`,null,e),s=Cu();return(0,U.jsx)(Ml,{...s.getStyles(`title`,{classNames:t,style:r,styles:i,className:n}),...o})});Fu.classes=wu,Fu.displayName=`@mantine/core/ModalTitle`;var Iu={closeOnClickOutside:!0,withinPortal:!0,lockScroll:!0,trapFocus:!0,returnFocus:!0,closeOnEscape:!0,keepMounted:!1,zIndex:k(`modal`),transitionProps:{duration:200,transition:`fade-down`},withOverlay:!0,withCloseButton:!0},Lu=K(e=>{let{title:t,withOverlay:n,overlayProps:r,withCloseButton:i,closeButtonProps:a,children:o,radius:s,opened:c,stackId:l,zIndex:u,...d}=W(`Modal`,Iu,e),f=(0,m.use)(Nu),p=!!t||i,h=f&&l?{closeOnEscape:f.currentId===l,trapFocus:f.currentId===l,zIndex:f.getZIndex(l),__handledEscapeEvents:f.handledEscapeEvents}:{},g=n===!1?!1:l&&f?f.currentId===l:c;return(0,m.useEffect)(()=>{f&&l&&(c?f.addModal(l,u||k(`modal`)):f.removeModal(l))},[c,l,u]),(0,U.jsxs)(Mu,{radius:s,opened:c,zIndex:f&&l?f.getZIndex(l):u,...d,...h,children:[n&&(0,U.jsx)(ku,{visible:g,transitionProps:f&&l?{duration:0}:void 0,...r}),(0,U.jsxs)(Du,{radius:s,__hidden:f&&l&&c?l!==f.currentId:!1,children:[p&&(0,U.jsxs)(Ou,{children:[t&&(0,U.jsx)(Fu,{children:t}),i&&(0,U.jsx)(Eu,{...a})]}),(0,U.jsx)(Tu,{children:o})]})]})});Lu.classes=wu,Lu.displayName=`@mantine/core/Modal`,Lu.Root=Mu,Lu.Overlay=ku,Lu.Content=Du,Lu.Body=Tu,Lu.Header=Ou,Lu.Title=Fu,Lu.CloseButton=Eu,Lu.Stack=Pu;function Ru({reveal:e}){return(0,U.jsx)(`svg`,{xmlns:`http://www.w3.org/2000/svg`,viewBox:`0 0 256 256`,style:{width:`var(--psi-icon-size)`,height:`var(--psi-icon-size)`},children:e?(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(`path`,{fill:`none`,d:`M0 0h256v256H0z`}),(0,U.jsx)(`path`,{fill:`none`,stroke:`currentColor`,strokeLinecap:`round`,strokeLinejoin:`round`,strokeWidth:`16`,d:`M48 40l160 176M154.91 157.6a40 40 0 01-53.82-59.2M135.53 88.71a40 40 0 0132.3 35.53`}),(0,U.jsx)(`path`,{fill:`none`,stroke:`currentColor`,strokeLinecap:`round`,strokeLinejoin:`round`,strokeWidth:`16`,d:`M208.61 169.1C230.41 149.58 240 128 240 128s-32-72-112-72a126 126 0 00-20.68 1.68M74 68.6C33.23 89.24 16 128 16 128s32 72 112 72a118.05 118.05 0 0054-12.6`})]}):(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(`path`,{fill:`none`,d:`M0 0h256v256H0z`}),(0,U.jsx)(`path`,{fill:`none`,stroke:`currentColor`,strokeLinecap:`round`,strokeLinejoin:`round`,strokeWidth:`16`,d:`M128 56c-80 0-112 72-112 72s32 72 112 72 112-72 112-72-32-72-112-72z`}),(0,U.jsx)(`circle`,{cx:`128`,cy:`128`,r:`40`,fill:`none`,stroke:`currentColor`,strokeLinecap:`round`,strokeLinejoin:`round`,strokeWidth:`16`})]})})}var zu={root:`m_f61ca620`,input:`m_ccf8da4c`,innerInput:`m_f2d85dd2`,visibilityToggle:`m_b1072d44`},Bu={visibilityToggleIcon:Ru,visibilityToggleFocusable:!1,size:`sm`},Vu=V((e,{size:t})=>({root:{"--psi-icon-size":A(t,`psi-icon-size`),"--psi-button-size":A(t,`psi-button-size`)}}));function Hu(e){let t=(0,m.use)(Rl);return(0,U.jsx)(`input`,{...e,"aria-describedby":t?.describedBy})}var Uu=K(e=>{let t=W([`Input`,`InputWrapper`,`PasswordInput`],Bu,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,required:c,error:l,success:u,leftSection:d,disabled:f,id:p,variant:m,inputContainer:h,description:g,label:_,size:v,errorProps:y,successProps:b,descriptionProps:x,labelProps:S,withAsterisk:C,inputWrapperOrder:w,wrapperProps:T,radius:E,rightSection:D,rightSectionWidth:O,rightSectionPointerEvents:k,leftSectionWidth:A,visible:j,defaultVisible:M,onVisibilityChange:N,visibilityToggleIcon:P,visibilityToggleButtonProps:F,visibilityToggleFocusable:ee,rightSectionProps:I,leftSectionProps:L,leftSectionPointerEvents:te,withErrorStyles:ne,withSuccessStyles:R,loading:re,loadingPosition:ie,loaderProps:ae,mod:oe,attributes:se,dir:ce,...le}=t,ue=De(p),[de,z]=Me({value:j,defaultValue:M,finalValue:!1,onChange:N}),B=()=>z(!de),fe=G({name:`PasswordInput`,classes:zu,props:t,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:se,vars:s,varsResolver:Vu}),{resolvedClassNames:pe,resolvedStyles:me}=At({classNames:n,styles:a,props:t}),{styleProps:he,rest:ge}=Qt(le),_e=y?.id||`${ue}-error`,ve=b?.id||`${ue}-success`,ye=x?.id||`${ue}-description`,be=(0,U.jsx)(Xs,{...fe(`visibilityToggle`),disabled:f,radius:E,"aria-pressed":de,tabIndex:ee?0:-1,"aria-label":`Toggle password visibility`,...F,variant:F?.variant??`subtle`,color:`gray`,unstyled:o,onTouchEnd:e=>{e.preventDefault(),F?.onTouchEnd?.(e),B()},onMouseDown:e=>{e.preventDefault(),F?.onMouseDown?.(e),B()},onKeyDown:e=>{F?.onKeyDown?.(e),(e.key===` `||e.key===`Enter`)&&(e.preventDefault(),B())},children:(0,U.jsx)(P,{reveal:de})});return(0,U.jsx)(X.Wrapper,{required:c,id:ue,label:_,error:l,success:u,description:g,size:v,classNames:pe,styles:me,__staticSelector:`PasswordInput`,__stylesApiProps:t,unstyled:o,withAsterisk:C,inputWrapperOrder:w,inputContainer:h,variant:m,labelProps:{...S,htmlFor:ue},descriptionProps:{...x,id:ye},errorProps:{...y,id:_e},successProps:{...b,id:ve},mod:oe,attributes:se,...fe(`root`),...he,...T,children:(0,U.jsx)(X,{component:`div`,dir:ce,error:l,success:u,leftSection:d,size:v,classNames:{...pe,input:H(zu.input,pe?.input)},styles:me,radius:E,disabled:f,__staticSelector:`PasswordInput`,__stylesApiProps:t,rightSectionWidth:O,rightSection:D??be,variant:m,unstyled:o,leftSectionWidth:A,rightSectionPointerEvents:k||`all`,rightSectionProps:I,leftSectionProps:L,leftSectionPointerEvents:te,loading:re,loadingPosition:ie,loaderProps:ae,withAria:!1,withErrorStyles:ne,withSuccessStyles:R,attributes:se,children:(0,U.jsx)(Hu,{required:c,"data-invalid":!!l||void 0,"data-with-left-section":!!d||void 0,...fe(`innerInput`),disabled:f,id:ue,dir:ce,...ge,autoComplete:ge.autoComplete||`off`,type:de?`text`:`password`})})})});Uu.classes={...iu.classes,...zu},Uu.varsResolver=Vu,Uu.displayName=`@mantine/core/PasswordInput`;function Wu({offset:e,position:t,defaultOpened:n}){let[r,i]=(0,m.useState)(n),a=(0,m.useRef)(null),{x:o,y:s,elements:c,refs:l,update:u,placement:d}=Ro({placement:t,middleware:[Ga({crossAxis:!0,padding:5,rootBoundary:`document`})]}),f=d.includes(`right`)?e:t.includes(`left`)?e*-1:0,p=d.includes(`bottom`)?e:t.includes(`top`)?e*-1:0,h=(0,m.useCallback)(({clientX:e,clientY:t})=>{Number.isFinite(e)&&Number.isFinite(t)&&l.setPositionReference({getBoundingClientRect(){return{width:0,height:0,x:e,y:t,left:e+f,top:t+p,right:e,bottom:t}}})},[c.reference]);return(0,m.useEffect)(()=>{if(l.floating.current){let e=a.current;e.addEventListener(`mousemove`,h);let t=Fr(l.floating.current);return t.forEach(e=>{e.addEventListener(`scroll`,u)}),()=>{e.removeEventListener(`mousemove`,h),t.forEach(e=>{e.removeEventListener(`scroll`,u)})}}},[c.reference,l.floating.current,u,h,r]),{handleMouseMove:h,x:o,y:s,opened:r,setOpened:i,boundaryRef:a,floating:l.setFloating}}var Gu={tooltip:`m_1b3c8819`,arrow:`m_f898399f`},Ku={refProp:`ref`,withinPortal:!0,offset:10,position:`right`,zIndex:k(`popover`)},qu=V((e,{radius:t,color:n})=>({tooltip:{"--tooltip-radius":t===void 0?void 0:M(t),"--tooltip-bg":n?Qe(n,e):void 0,"--tooltip-color":n?`var(--mantine-color-white)`:void 0}})),Ju=K(e=>{let t=W(`TooltipFloating`,Ku,e),{children:n,refProp:r,withinPortal:i,style:a,className:o,classNames:s,styles:c,unstyled:l,radius:u,color:d,label:f,offset:p,position:h,multiline:g,zIndex:_,disabled:v,defaultOpened:y,variant:b,vars:x,portalProps:S,attributes:C,ref:w,...T}=t,E=Ot(),D=G({name:`TooltipFloating`,props:t,classes:Gu,className:o,style:a,classNames:s,styles:c,unstyled:l,attributes:C,rootSelector:`tooltip`,vars:x,varsResolver:qu}),{handleMouseMove:O,x:k,y:A,opened:j,boundaryRef:M,floating:N,setOpened:P}=Wu({offset:p,position:h,defaultOpened:y}),F=Fe(n);if(!F)throw Error(`[@mantine/core] Tooltip.Floating component children should be an element or a component that accepts ref, fragments, strings, numbers and other primitive values are not supported`);let ee=je(M,Pe(F),w),I=F.props,L=e=>{I.onMouseEnter?.(e),O(e),P(!0)},te=e=>{I.onMouseLeave?.(e),P(!1)};return(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(ws,{...S,withinPortal:i,children:(0,U.jsx)(q,{...T,...D(`tooltip`,{style:{...Cn(a,E),zIndex:_,display:!v&&j?`block`:`none`,top:Number.isFinite(A)?Math.round(A):``,left:Number.isFinite(k)?Math.round(k):``}}),variant:b,ref:N,mod:{multiline:g},children:f})}),(0,m.cloneElement)(F,{...I,[r]:ee,onMouseEnter:L,onMouseLeave:te})]})});Ju.classes=Gu,Ju.varsResolver=qu,Ju.displayName=`@mantine/core/TooltipFloating`;var Yu=(0,m.createContext)({withinGroup:!1}),Xu={openDelay:0,closeDelay:0};function Zu(e){let{openDelay:t,closeDelay:n,children:r}=W(`TooltipGroup`,Xu,e);return(0,U.jsx)(Yu,{value:{withinGroup:!0},children:(0,U.jsx)(ko,{delay:{open:t,close:n},children:r})})}Zu.displayName=`@mantine/core/TooltipGroup`,Zu.extend=e=>e;function Qu(e){if(e===void 0)return{shift:!0,flip:!0};let t={...e};return e.shift===void 0&&(t.shift=!0),e.flip===void 0&&(t.flip=!0),t}function $u(e){let t=Qu(e.middlewares),n=[Wa(e.offset),Ya()];return t.shift&&n.push(Ga(typeof t.shift==`boolean`?{padding:8}:{padding:8,...t.shift})),t.flip&&n.push(typeof t.flip==`boolean`?qa():qa(t.flip)),n.push(Za({element:e.arrowRef,padding:e.arrowOffset})),t.inline?n.push(typeof t.inline==`boolean`?Xa():Xa(t.inline)):e.inline&&n.push(Xa()),n}function ed(e){let[t,n]=(0,m.useState)(e.defaultOpened),r=typeof e.opened==`boolean`,i=!e.disabled&&(r?e.opened:t);(0,m.useEffect)(()=>{e.disabled&&n(!1)},[e.disabled]);let a=(0,m.use)(Yu).withinGroup,o=De(),s=mt(),c=(0,m.useCallback)(e=>{n(e),e&&b(o)},[o]),{x:l,y:u,context:d,refs:f,placement:p,middlewareData:{arrow:{x:h,y:g}={},hide:_}}=Ro({strategy:e.strategy,placement:e.position,open:i,onOpenChange:c,middleware:$u(e),whileElementsMounted:Da}),{delay:v,currentId:y,setCurrentId:b}=Ao(d,{id:o}),{getReferenceProps:x,getFloatingProps:S}=Ho([To(d,{enabled:!e.disabled&&e.events?.hover,delay:a?v:{open:e.openDelay,close:e.closeDelay},mouseOnly:!e.events?.touch,handleClose:e.interactive?Jo():null}),Bo(d,{enabled:!e.disabled&&e.events?.focus,visibleOnly:!0}),Wo(d,{role:`tooltip`}),Io(d,{enabled:e.opened===void 0})]),C=(0,m.useRef)(p);R(()=>{C.current!==p&&(C.current=p,e.onPositionChange?.(p))},[p]);let w=i&&y&&y!==o;return{x:l,y:u,arrowX:h,arrowY:g,reference:f.setReference,floating:f.setFloating,getFloatingProps:S,getReferenceProps:x,isGroupPhase:w,opened:i,placement:p,referenceHidden:e.hideDetached&&s!==`test`?_?.referenceHidden:!1}}var td={position:`top`,refProp:`ref`,withinPortal:!0,arrowSize:4,arrowOffset:5,arrowRadius:0,arrowPosition:`side`,offset:5,transitionProps:{duration:100,transition:`fade`},events:{hover:!0,focus:!1,touch:!1},zIndex:k(`popover`),middlewares:{flip:!0,shift:!0,inline:!1},hideDetached:!0},nd=V((e,{radius:t,color:n,variant:r,autoContrast:i})=>{let a=e.variantColorResolver({theme:e,color:n||e.primaryColor,autoContrast:i,variant:r||`filled`});return{tooltip:{"--tooltip-radius":t===void 0?void 0:M(t),"--tooltip-bg":n?a.background:void 0,"--tooltip-color":n?a.color:void 0}}}),rd=K(e=>{let t=W(`Tooltip`,td,e),{children:n,position:r,refProp:i,label:a,openDelay:o,closeDelay:s,onPositionChange:c,opened:l,defaultOpened:u,withinPortal:d,radius:f,color:p,classNames:h,styles:g,unstyled:_,style:v,className:y,withArrow:b,arrowSize:x,arrowOffset:S,arrowRadius:C,arrowPosition:w,offset:T,transitionProps:E,multiline:D,events:O,interactive:k,zIndex:A,disabled:j,onClick:M,onMouseEnter:N,onMouseLeave:P,inline:F,variant:ee,keepMounted:I,vars:L,portalProps:te,mod:ne,floatingStrategy:R,middlewares:re,autoContrast:ie,attributes:ae,target:oe,hideDetached:se,ref:ce,...le}=t,{dir:ue}=In(),de=(0,m.useRef)(null),z=ed({position:ms(ue,r),closeDelay:s,openDelay:o,onPositionChange:c,opened:l,defaultOpened:u,disabled:j,events:O,interactive:k,arrowRef:de,arrowOffset:S,offset:typeof T==`number`?T+(b?x/2:0):T,inline:F,strategy:R,middlewares:re,hideDetached:se});(0,m.useEffect)(()=>{let e=oe instanceof HTMLElement?oe:typeof oe==`string`?document.querySelector(oe):oe?.current||null;e&&z.reference(e)},[oe,z]);let B=G({name:`Tooltip`,props:t,classes:Gu,className:y,style:v,classNames:h,styles:g,unstyled:_,attributes:ae,rootSelector:`tooltip`,vars:L,varsResolver:nd}),fe=Fe(n);if(!oe&&!fe)throw Error(`[@mantine/core] Tooltip component children should be an element or a component that accepts ref, fragments, strings, numbers and other primitive values are not supported`);let pe=B(`tooltip`),me=k&&!j&&!!z.opened,he=w===`merge`&&b?fs({position:z.placement,dir:ue}):void 0;if(oe){let e=Ms(E,{duration:100,transition:`fade`});return(0,U.jsx)(U.Fragment,{children:(0,U.jsx)(ws,{...te,withinPortal:d,children:(0,U.jsx)(As,{...e,keepMounted:I,mounted:!j&&!!z.opened,duration:z.isGroupPhase?10:e.duration,children:e=>(0,U.jsxs)(q,{...le,"data-fixed":R===`fixed`||void 0,variant:ee,mod:[{multiline:D,interactive:me},ne],...pe,...z.getFloatingProps({ref:z.floating,className:pe.className,style:{...pe.style,...e,...he,zIndex:A,top:z.y??0,left:z.x??0,...z.referenceHidden?{display:`none`}:null}}),children:[a,(0,U.jsx)(ps,{ref:de,arrowX:z.arrowX,arrowY:z.arrowY,visible:b,position:z.placement,arrowSize:x,arrowOffset:S,arrowRadius:C,arrowPosition:w,...B(`arrow`)})]})})})})}let ge=fe.props,_e=je(z.reference,Pe(fe),ce),ve=Ms(E,{duration:100,transition:`fade`});return(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(ws,{...te,withinPortal:d,children:(0,U.jsx)(As,{...ve,keepMounted:I,mounted:!j&&!!z.opened,duration:z.isGroupPhase?10:ve.duration,children:e=>(0,U.jsxs)(q,{...le,"data-fixed":R===`fixed`||void 0,variant:ee,mod:[{multiline:D,interactive:me},ne],...z.getFloatingProps({ref:z.floating,className:B(`tooltip`).className,style:{...B(`tooltip`).style,...e,...he,zIndex:A,top:z.y??0,left:z.x??0,...z.referenceHidden?{display:`none`}:null}}),children:[a,(0,U.jsx)(ps,{ref:de,arrowX:z.arrowX,arrowY:z.arrowY,visible:b,position:z.placement,arrowSize:x,arrowOffset:S,arrowRadius:C,arrowPosition:w,...B(`arrow`)})]})})}),(0,m.cloneElement)(fe,z.getReferenceProps({onClick:M,onMouseEnter:N,onMouseLeave:P,onMouseMove:t.onMouseMove,onPointerDown:t.onPointerDown,onPointerEnter:t.onPointerEnter,...ge,className:H(y,ge.className),[i]:_e}))]})});rd.classes=Gu,rd.varsResolver=nd,rd.displayName=`@mantine/core/Tooltip`,rd.Floating=Ju,rd.Group=Zu;var id={root:`m_6d731127`},ad={gap:`md`,align:`stretch`,justify:`flex-start`},od=V((e,{gap:t,align:n,justify:r})=>({root:{"--stack-gap":j(t),"--stack-align":n,"--stack-justify":r}})),sd=K(e=>{let t=W(`Stack`,ad,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,align:c,justify:l,gap:u,variant:d,attributes:f,...p}=t,m=G({name:`Stack`,props:t,classes:id,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:f,vars:s,varsResolver:od});return(0,U.jsx)(q,{...m(`root`),variant:d,...p})});sd.classes=id,sd.varsResolver=od,sd.displayName=`@mantine/core/Stack`;var cd=K(e=>{let t=W([`Input`,`InputWrapper`,`TextInput`],null,e);return(0,U.jsx)(iu,{component:`input`,...t,__staticSelector:`TextInput`})});cd.classes=iu.classes,cd.displayName=`@mantine/core/TextInput`;function ld(e){let t=e,n=!1,r=new Set;return{getState(){return t},updateState(e){t=typeof e==`function`?e(t):e},setState(e){this.updateState(e),r.forEach(e=>e(t))},initialize(e){n||=(t=e,!0)},subscribe(e){return r.add(e),()=>r.delete(e)}}}function ud(e){return(0,m.useSyncExternalStore)(e.subscribe,()=>e.getState(),()=>e.getState())}var dd=0;function fd(e,t,n){let r=[],i=[],a=new Map;for(let n of e){let e=n.position||t,r=a.get(e);r?r.push(n):a.set(e,[n])}for(let e of a.values())e.sort((e,t)=>(t.priority??0)-(e.priority??0)||(e.__sequence??0)-(t.__sequence??0)),e.forEach((e,t)=>{t<n?i.push(e):r.push(e)});return{notifications:i,queue:r}}var pd=ld({notifications:[],queue:[],defaultPosition:`bottom-right`,limit:5}),md=(e=pd)=>ud(e);function hd(e,t){let n=e.getState(),r=t([...n.notifications,...n.queue]);for(let e of r)e.__sequence===void 0&&(e.__sequence=dd,dd+=1);let i=fd(r,n.defaultPosition,n.limit);e.setState({notifications:i.notifications,queue:i.queue,limit:n.limit,defaultPosition:n.defaultPosition})}function gd(e,t=pd){let n=e.id||ee();return hd(t,t=>e.id&&t.some(t=>t.id===e.id)?t:[...t,{...e,id:n}]),n}function _d(e,t=pd){return hd(t,t=>t.filter(t=>t.id!==e||(t.onClose?.(t),!1))),e}function vd(e,t=pd){return hd(t,t=>t.map(t=>t.id===e.id?{...t,...e}:t)),e.id}function yd(e,t){return typeof e==`function`?e(t):e}function bd(e,t){let n=t.getState();return[...n.notifications,...n.queue].some(t=>t.id===e.id)?vd(e,t):gd(e,t)}var xd=new WeakMap;function Sd(e,t,n=pd){let r=t.id||ee(),i=xd.get(n)||new Map,a={};xd.set(n,i),i.set(r,a),bd({loading:!0,autoClose:!1,...t.loading,id:r},n);let o=e=>{i.get(r)===a&&(i.delete(r),bd({...t.loading,loading:!1,autoClose:void 0,...e,id:r},n))};return e.then(e=>o({color:`teal`,...yd(t.success,e)}),e=>o({color:`red`,...yd(t.error,e)})),e}function Cd(e=pd){hd(e,()=>[])}function wd(e=pd){let{defaultPosition:t,limit:n}=e.getState();hd(e,e=>fd(e,t,n).notifications)}var Td={show:gd,hide:_d,update:vd,promise:Sd,clean:Cd,cleanQueue:wd,updateState:hd},Ed=m.createContext(void 0),Dd=e=>{let t=m.useContext(Ed);if(e)return e;if(!t)throw Error(`No QueryClient set, use QueryClientProvider to set one`);return t},Od=({client:e,children:t})=>(m.useEffect(()=>(e.mount(),()=>{e.unmount()}),[e]),(0,U.jsx)(Ed.Provider,{value:e,children:t})),kd={setTimeout:(e,t)=>setTimeout(e,t),clearTimeout:e=>clearTimeout(e),setInterval:(e,t)=>setInterval(e,t),clearInterval:e=>clearInterval(e)},Ad=new class{#e=kd;setTimeoutProvider(e){this.#e=e}setTimeout(e,t){return this.#e.setTimeout(e,t)}clearTimeout(e){this.#e.clearTimeout(e)}setInterval(e,t){return this.#e.setInterval(e,t)}clearInterval(e){this.#e.clearInterval(e)}};function jd(e){setTimeout(e,0)}var Md=typeof window>`u`||`Deno`in globalThis;function Nd(){}function Pd(e,t){return typeof e==`function`?e(t):e}function Fd(e){return typeof e==`number`&&e>=0&&e!==1/0}function Id(e,t){return Math.max(e+(t||0)-Date.now(),0)}function Z(e,t){return typeof e==`function`?e(t):e}function Ld(e,t){let{type:n=`all`,exact:r,fetchStatus:i,predicate:a,queryKey:o,stale:s}=e;if(o){if(r){if(t.queryHash!==zd(o,t.options))return!1}else if(!Vd(t.queryKey,o))return!1}if(n!==`all`){let e=t.isActive();if(n===`active`&&!e||n===`inactive`&&e)return!1}return!(typeof s==`boolean`&&t.isStale()!==s||i&&i!==t.state.fetchStatus||a&&!a(t))}function Rd(e,t){let{exact:n,status:r,predicate:i,mutationKey:a}=e;if(a){if(!t.options.mutationKey)return!1;if(n){if(Bd(t.options.mutationKey)!==Bd(a))return!1}else if(!Vd(t.options.mutationKey,a))return!1}return!(r&&t.state.status!==r||i&&!i(t))}function zd(e,t){return(t?.queryKeyHashFn||Bd)(e)}function Bd(e){return JSON.stringify(e,(e,t)=>Kd(t)?Object.keys(t).sort().reduce((e,n)=>(e[n]=t[n],e),{}):t)}function Vd(e,t){if(e===t)return!0;if(typeof e!=typeof t)return!1;if(e&&t&&typeof e==`object`&&typeof t==`object`){if(Array.isArray(e)&&Array.isArray(t)){if(t.length>e.length)return!1;for(let n=0;n<t.length;n++)if(!Vd(e[n],t[n]))return!1;return!0}let n=Object.keys(t);for(let r of n)if(!Vd(e[r],t[r]))return!1;return!0}return!1}var Hd=Object.prototype.hasOwnProperty;function Ud(e,t,n=0){if(e===t)return e;if(n>500)return t;let r=Gd(e)&&Gd(t);if(!r&&!(Kd(e)&&Kd(t)))return t;let i=(r?e:Object.keys(e)).length,a=r?t:Object.keys(t),o=a.length,s=r?Array(o):{},c=0;for(let l=0;l<o;l++){let o=r?l:a[l],u=e[o],d=t[o];if(u===d){s[o]=u,(r?l<i:Hd.call(e,o))&&c++;continue}if(u===null||d===null||typeof u!=`object`||typeof d!=`object`){s[o]=d;continue}let f=Ud(u,d,n+1);s[o]=f,f===u&&c++}return i===o&&c===i?e:s}function Wd(e,t){if(!t||Object.keys(e).length!==Object.keys(t).length)return!1;for(let n of Object.keys(e))if(!Hd.call(t,n)||e[n]!==t[n])return!1;return!0}function Gd(e){return Array.isArray(e)&&e.length===Object.keys(e).length}function Kd(e){if(!qd(e))return!1;let t=Object.getPrototypeOf(e),n=t?.constructor;if(n===void 0)return!0;if(typeof n!=`function`)return!1;let r=n.prototype;return!(!qd(r)||!r.hasOwnProperty(`isPrototypeOf`)||t!==Object.prototype)}function qd(e){return Object.prototype.toString.call(e)===`[object Object]`}function Jd(e){return new Promise(t=>{Ad.setTimeout(t,e)})}function Yd(e,t,n){return typeof n.structuralSharing==`function`?n.structuralSharing(e,t):n.structuralSharing===!1?t:Ud(e,t)}function Xd(e){return e}function Zd(e,t,n=0){let r=[...e,t];return n&&r.length>n?r.slice(-n):r}function Qd(e,t,n=0){let r=[t,...e];return n&&r.length>n?r.slice(0,n):r}var $d=Symbol();function ef(e,t){return!e.queryFn&&t?.initialPromise?()=>t.initialPromise:!e.queryFn||e.queryFn===$d?()=>Promise.reject(Error(`Missing queryFn: '${e.queryHash}'`)):e.queryFn}function tf(e,t){return typeof e==`function`?e(...t):!!e}var nf=Symbol();function rf(e,t,n,r){let i=!1,a;return Object.defineProperties(e,{[nf]:{value:r},signal:{enumerable:!0,get:()=>(a??=t(),i||(i=!0,a.aborted?n():a.addEventListener(`abort`,n,{once:!0})),a)}}),e}var af=()=>Md,of=()=>af(),sf=class{constructor(){this.listeners=new Set,this.subscribe=this.subscribe.bind(this)}subscribe(e){return this.listeners.add(e),this.onSubscribe(),()=>{this.listeners.delete(e),this.onUnsubscribe()}}hasListeners(){return this.listeners.size>0}onSubscribe(){}onUnsubscribe(){}},cf=new class extends sf{#e;#t;#n;constructor(){super(),this.#n=e=>{if(typeof window<`u`&&window.addEventListener){let t=()=>e();return window.addEventListener(`visibilitychange`,t,!1),()=>{window.removeEventListener(`visibilitychange`,t)}}}}onSubscribe(){this.#t||this.setEventListener(this.#n)}onUnsubscribe(){this.hasListeners()||(this.#t?.(),this.#t=void 0)}setEventListener(e){this.#n=e,this.#t?.(),this.#t=e(e=>{typeof e==`boolean`?this.setFocused(e):this.onFocus()})}setFocused(e){this.#e!==e&&(this.#e=e,this.onFocus())}onFocus(){let e=this.isFocused();this.listeners.forEach(t=>{t(e)})}isFocused(){return typeof this.#e==`boolean`?this.#e:globalThis.document?.visibilityState!==`hidden`}},lf=jd;function uf(){let e=[],t=0,n=e=>{e()},r=e=>{e()},i=lf,a=r=>{t?e.push(r):i(()=>{n(r)})},o=()=>{let t=e;e=[],t.length&&i(()=>{r(()=>{t.forEach(e=>{n(e)})})})};return{batch:e=>{let n;t++;try{n=e()}finally{t--,t||o()}return n},batchCalls:e=>(...t)=>{a(()=>{e(...t)})},schedule:a,setNotifyFunction:e=>{n=e},setBatchNotifyFunction:e=>{r=e},setScheduler:e=>{i=e}}}var Q=uf(),df=new class extends sf{#e=!0;#t;#n;constructor(){super(),this.#n=e=>{if(typeof window<`u`&&window.addEventListener){let t=()=>e(!0),n=()=>e(!1);return window.addEventListener(`online`,t,!1),window.addEventListener(`offline`,n,!1),()=>{window.removeEventListener(`online`,t),window.removeEventListener(`offline`,n)}}}}onSubscribe(){this.#t||this.setEventListener(this.#n)}onUnsubscribe(){this.hasListeners()||(this.#t?.(),this.#t=void 0)}setEventListener(e){this.#n=e,this.#t?.(),this.#t=e(this.setOnline.bind(this))}setOnline(e){this.#e!==e&&(this.#e=e,this.listeners.forEach(t=>{t(e)}))}isOnline(){return this.#e}};function ff(e){return Math.min(1e3*2**e,3e4)}function pf(e){return(e??`online`)!==`online`||df.isOnline()}var mf=class extends Error{constructor(e){super(`CancelledError`),this.revert=e?.revert,this.silent=e?.silent}};function hf(e){let t=!1,n=0,r,i=`pending`,a,o,s=new Promise((e,t)=>{a=e,o=t});s.catch(Nd);let c=()=>i!==`pending`,l=t=>{if(!c()){let n=new mf(t);h(n),e.onCancel?.(n)}},u=()=>{t=!0},d=()=>{t=!1},f=()=>cf.isFocused()&&(e.networkMode===`always`||df.isOnline())&&e.canRun(),p=()=>pf(e.networkMode)&&e.canRun(),m=e=>{c()||(r?.(),i=`resolved`,a(e))},h=e=>{c()||(r?.(),i=`rejected`,o(e))},g=t=>new Promise(n=>{r=e=>{(c()||t())&&n(e)},e.onPause?.()}).then(()=>{r=void 0,c()||e.onContinue?.()}),_=()=>{if(c())return;let r,i=n===0?e.initialPromise:void 0;try{r=i??e.fn()}catch(e){r=Promise.reject(e)}Promise.resolve(r).then(m).catch(r=>{if(c())return;let i=e.retry??(of()?0:3),a=e.retryDelay??ff,o=typeof a==`function`?a(n,r):a,s=i===!0||typeof i==`number`&&n<i||typeof i==`function`&&i(n,r);t||!s?h(r):(n++,e.onFail?.(n,r),Jd(o).then(()=>c()||f()?void 0:g(f)).then(()=>{t?h(r):_()}))})};return{promise:s,status:()=>i,cancel:l,continue:()=>(r?.(),s),cancelRetry:u,continueRetry:d,canStart:p,start:()=>(p()?_():g(p).then(_),s)}}function gf(e){return{onFetch:(t,n)=>{let r=t.options,i=t.fetchOptions?.meta?.fetchMore?.direction,a=t.state.data?.pages||[],o=t.state.data?.pageParams||[],s={pages:[],pageParams:[]},c=0,l=async()=>{let n=!1,l=t,u=e=>{rf(e,()=>t.signal,()=>n=!0,l[nf])},d=ef(t.options,t.fetchOptions),f=async(e,r,i)=>{if(n)return Promise.reject(t.signal.reason);if(r==null&&e.pages.length)return Promise.resolve(e);let a=(()=>{let e={client:t.client,queryKey:t.queryKey,pageParam:r,direction:i?`backward`:`forward`,meta:t.options.meta};return u(e),e})(),o=await d(a),{maxPages:s}=t.options,c=i?Qd:Zd;return{pages:c(e.pages,o,s),pageParams:c(e.pageParams,r,s)}};if(i&&a.length){let e=i===`backward`,t=e?vf:_f,n={pages:a,pageParams:o};s=await f(n,t(r,n),e)}else{let t=e??a.length;do{let e=c===0?o[0]===void 0?r.initialPageParam:o[0]:_f(r,s);if(c>0&&e==null)break;s=await f(s,e),c++}while(c<t)}return s};t.fetchFn=t.options.persister?()=>t.options.persister?.(l,{client:t.client,queryKey:t.queryKey,meta:t.options.meta,signal:t.signal},n):l}}}function _f(e,{pages:t,pageParams:n}){let r=t.length-1;return t.length>0?e.getNextPageParam(t[r],t,n[r],n):void 0}function vf(e,{pages:t,pageParams:n}){return t.length>0?e.getPreviousPageParam?.(t[0],t,n[0],n):void 0}var yf=class{#e;destroy(){this.clearGcTimeout()}scheduleGc(){this.clearGcTimeout(),Fd(this.gcTime)&&(this.#e=Ad.setTimeout(()=>{this.optionalRemove()},this.gcTime))}updateGcTime(e){this.gcTime=Math.max(this.gcTime||0,e??(of()?1/0:3e5))}clearGcTimeout(){this.#e!==void 0&&(Ad.clearTimeout(this.#e),this.#e=void 0)}},bf=class extends yf{#e;#t;#n;#r;#i;#a;#o;#s;#c;constructor(e){super(),this.#c=!1,this.#s=e.defaultOptions,this.setOptions(e.options),this.observers=[],this.#i=e.client,this.#r=this.#i.getQueryCache(),this.queryKey=e.queryKey,this.queryHash=e.queryHash,this.#t=Cf(this.options),this.state=e.state??this.#t,this.scheduleGc()}get meta(){return this.options.meta}get queryType(){return this.#e}get promise(){return this.#a?.promise}setOptions(e){if(this.options={...this.#s,...e},e?._type&&(this.#e=e._type),this.updateGcTime(this.options.gcTime),this.state&&this.state.data===void 0){let e=Cf(this.options);e.data!==void 0&&(this.setState(Sf(e.data,e.dataUpdatedAt)),this.#t=e)}}optionalRemove(){!this.observers.length&&this.state.fetchStatus===`idle`&&this.#r.remove(this)}setData(e,t){let n=Yd(this.state.data,e,this.options);return this.#l({data:n,type:`success`,dataUpdatedAt:t?.updatedAt,manual:t?.manual}),n}setState(e){this.#l({type:`setState`,state:e})}cancel(e){let t=this.#a?.promise;return this.#a?.cancel(e),t?t.then(Nd).catch(Nd):Promise.resolve()}destroy(){super.destroy(),this.cancel({silent:!0})}get resetState(){return this.#t}reset(){this.destroy(),this.setState(this.resetState)}isActive(){return this.observers.some(e=>Z(e.options.enabled,this)!==!1)}isDisabled(){return this.getObserversCount()>0?!this.isActive():this.options.queryFn===$d||!this.isFetched()}isFetched(){return this.state.dataUpdateCount+this.state.errorUpdateCount>0}isStatic(){return this.state.data!==void 0&&this.getObserversCount()>0&&this.observers.some(e=>Z(e.options.staleTime,this)===`static`)}isStale(){return this.getObserversCount()>0?this.observers.some(e=>e.getCurrentResult().isStale):this.state.data===void 0||this.state.isInvalidated}isStaleByTime(e=0){return this.state.data===void 0?!0:e===`static`?!1:this.state.isInvalidated?!0:!Id(this.state.dataUpdatedAt,e)}onFocus(){this.observers.find(e=>e.shouldFetchOnWindowFocus())?.refetch({cancelRefetch:!1}),this.#a?.continue()}onOnline(){this.observers.find(e=>e.shouldFetchOnReconnect())?.refetch({cancelRefetch:!1}),this.#a?.continue()}addObserver(e){this.observers.includes(e)||(this.observers.push(e),this.clearGcTimeout(),this.#r.notify({type:`observerAdded`,query:this,observer:e}))}removeObserver(e){let t=this.observers.indexOf(e);t!==-1&&(this.observers.splice(t,1),this.observers.length||(this.#a&&(this.#c||this.state.fetchStatus===`paused`&&this.state.status===`pending`?this.#a.cancel({revert:!0}):this.#a.cancelRetry()),this.scheduleGc()),this.#r.notify({type:`observerRemoved`,query:this,observer:e}))}getObserversCount(){return this.observers.length}invalidate(){this.state.isInvalidated||this.#l({type:`invalidate`})}async fetch(e,t){if(this.state.fetchStatus!==`idle`&&this.#a?.status()!==`rejected`){if(this.state.data!==void 0&&t?.cancelRefetch)this.cancel({silent:!0});else if(this.#a&&this.#o)return this.#a.continueRetry(),this.#o}if(e&&this.setOptions(e),!this.options.queryFn){let e=this.observers.find(e=>e.options.queryFn);e&&this.setOptions(e.options)}let n=new AbortController,r=e=>{Object.defineProperties(e,{[nf]:{value:n.signal,enumerable:!0},signal:{enumerable:!0,get:()=>(this.#c=!0,n.signal)}})},i=()=>{let e=ef(this.options,t),n=(()=>{let e={client:this.#i,queryKey:this.queryKey,meta:this.meta};return r(e),e})();return this.#c=!1,this.options.persister?this.options.persister(e,n,this):e(n)},a=(()=>{let e={fetchOptions:t,options:this.options,queryKey:this.queryKey,client:this.#i,state:this.state,fetchFn:i};return r(e),e})();(this.#e===`infinite`?gf(this.options.pages):this.options.behavior)?.onFetch(a,this),this.#n=this.state,(this.state.fetchStatus===`idle`||this.state.fetchMeta!==a.fetchOptions?.meta)&&this.#l({type:`fetch`,meta:a.fetchOptions?.meta});let o=this.#a=hf({initialPromise:t?.initialPromise,fn:a.fetchFn,onCancel:e=>{e instanceof mf&&e.revert&&this.setState({...this.#n,fetchStatus:`idle`}),n.abort()},onFail:(e,t)=>{this.#l({type:`failed`,failureCount:e,error:t})},onPause:()=>{this.#l({type:`pause`})},onContinue:()=>{this.#l({type:`continue`})},retry:a.options.retry,retryDelay:a.options.retryDelay,networkMode:a.options.networkMode,canRun:()=>!0}),s=(async()=>{try{let e=await o.promise;if(e===void 0)throw Error(`${this.queryHash} data is undefined`);return this.setData(e),this.#r.config.onSuccess?.(e,this),this.#r.config.onSettled?.(e,this.state.error,this),e}catch(e){if(e instanceof mf){if(e.silent){if(this.#a!==o&&this.#o)return this.#o;throw e}if(e.revert){if(this.state.data===void 0)throw e;return this.state.data}}throw this.#l({type:`error`,error:e}),this.#r.config.onError?.(e,this),this.#r.config.onSettled?.(this.state.data,e,this),e}finally{this.#a===o&&(this.#a=void 0,this.#o=void 0),this.scheduleGc()}})();return this.#o=s,o.start(),s}#l(e){let t=t=>{switch(e.type){case`failed`:return{...t,fetchFailureCount:e.failureCount,fetchFailureReason:e.error};case`pause`:return{...t,fetchStatus:`paused`};case`continue`:return{...t,fetchStatus:`fetching`};case`fetch`:return{...t,...xf(t.data,this.options),fetchMeta:e.meta??null};case`success`:{let n={...t,...Sf(e.data,e.dataUpdatedAt),dataUpdateCount:t.dataUpdateCount+1,...!e.manual&&{fetchStatus:`idle`,fetchFailureCount:0,fetchFailureReason:null}};return this.#n=e.manual?n:void 0,n}case`error`:{let n=e.error;return{...t,error:n,errorUpdateCount:t.errorUpdateCount+1,errorUpdatedAt:Date.now(),fetchFailureCount:t.fetchFailureCount+1,fetchFailureReason:n,fetchStatus:`idle`,status:`error`,isInvalidated:!0}}case`invalidate`:return{...t,isInvalidated:!0};case`setState`:return{...t,...e.state}}};this.state=t(this.state),Q.batch(()=>{this.observers.slice().forEach(e=>{e.onQueryUpdate()}),this.#r.notify({query:this,type:`updated`,action:e})})}};function xf(e,t){return{fetchFailureCount:0,fetchFailureReason:null,fetchStatus:pf(t.networkMode)?`fetching`:`paused`,...e===void 0&&{error:null,status:`pending`}}}function Sf(e,t){return{data:e,dataUpdatedAt:t??Date.now(),error:null,isInvalidated:!1,status:`success`}}function Cf(e){let t=typeof e.initialData==`function`?e.initialData():e.initialData,n=t!==void 0,r=n?typeof e.initialDataUpdatedAt==`function`?e.initialDataUpdatedAt():e.initialDataUpdatedAt:0;return{data:t,dataUpdateCount:0,dataUpdatedAt:n?r??Date.now():0,error:null,errorUpdateCount:0,errorUpdatedAt:0,fetchFailureCount:0,fetchFailureReason:null,fetchMeta:null,isInvalidated:!1,status:n?`success`:`pending`,fetchStatus:`idle`}}var wf=class extends sf{#e;#t=void 0;#n=void 0;#r=void 0;#i;#a;#o;#s;#c;#l;#u;#d;#f;#p=new Set;constructor(e,t){super(),this.options=t,this.#e=e,this.#o=null,this.bindMethods(),this.setOptions(t)}bindMethods(){this.refetch=this.refetch.bind(this)}onSubscribe(){this.listeners.size===1&&(this.#t.addObserver(this),Ef(this.#t,this.options)?this.#m():this.updateResult(),this.#y())}onUnsubscribe(){this.hasListeners()||this.destroy()}shouldFetchOnReconnect(){return Df(this.#t,this.options,this.options.refetchOnReconnect)}shouldFetchOnWindowFocus(){return Df(this.#t,this.options,this.options.refetchOnWindowFocus)}destroy(){this.listeners=new Set,this.#b(),this.#x(),this.#t.removeObserver(this)}setOptions(e){let t=this.options,n=this.#t;if(this.options=this.#e.defaultQueryOptions(e),this.options.enabled!==void 0&&typeof this.options.enabled!=`boolean`&&typeof this.options.enabled!=`function`&&typeof Z(this.options.enabled,this.#t)!=`boolean`)throw Error(`Expected enabled to be a boolean or a callback that returns a boolean`);this.#S(),this.#t.setOptions(this.options),t._defaulted&&!Wd(this.options,t)&&this.#e.getQueryCache().notify({type:`observerOptionsUpdated`,query:this.#t,observer:this});let r=this.hasListeners();r&&Of(this.#t,n,this.options,t)&&this.#m(),this.updateResult(),r&&(this.#t!==n||Z(this.options.enabled,this.#t)!==Z(t.enabled,this.#t)||Z(this.options.staleTime,this.#t)!==Z(t.staleTime,this.#t))&&this.#g();let i=this.#_();r&&(this.#t!==n||Z(this.options.enabled,this.#t)!==Z(t.enabled,this.#t)||i!==this.#f)&&this.#v(i)}getOptimisticResult(e){let t=this.#e.getQueryCache().build(this.#e,e),n=this.createResult(t,e);return Wd(this.getCurrentResult(),n)||(this.#r=n,this.#a=this.options,this.#i=this.#t.state),n}getCurrentResult(){return this.#r}trackResult(e,t){return new Proxy(e,{get:(e,n)=>(this.trackProp(n),t?.(n),Reflect.get(e,n))})}trackProp(e){this.#p.add(e)}getCurrentQuery(){return this.#t}refetch({...e}={}){return this.fetch({...e})}fetchOptimistic(e){let t=this.#e.defaultQueryOptions(e),n=this.#e.getQueryCache().build(this.#e,t),r=()=>{},i,a=new Promise(e=>{i=e,r=this.#e.getQueryCache().subscribe(i=>{i.type===`updated`&&i.query.queryHash===n.queryHash&&n.state.data!==void 0&&(r(),e(this.createResult(n,t)))})});return Promise.race([n.fetch(t).then(()=>{let e=this.createResult(n,t);return i?.(e),e}).finally(()=>{r()}),a])}fetch(e){return this.#m({...e,cancelRefetch:e.cancelRefetch??!0}).then(()=>(this.updateResult(),this.#r))}#m(e){this.#S();let t=this.#t.fetch(this.options,e);return e?.throwOnError||(t=t.catch(Nd)),t}#h(e){return!of()&&Z(this.options.enabled,this.#t)!==!1&&Fd(e)}#g(){this.#b();let e=Z(this.options.staleTime,this.#t);if(this.#r.isStale||!this.#h(e))return;let t=Id(this.#r.dataUpdatedAt,e)+1;this.#u=Ad.setTimeout(()=>{this.#r.isStale||this.updateResult()},t)}#_(){return Z(this.options.refetchInterval,this.#t)??!1}#v(e){this.#x(),this.#f=e,this.#f!==0&&this.#h(this.#f)&&(this.#d=Ad.setInterval(()=>{(this.options.refetchIntervalInBackground||cf.isFocused())&&this.#m()},this.#f))}#y(){this.#g(),this.#v(this.#_())}#b(){this.#u!==void 0&&(Ad.clearTimeout(this.#u),this.#u=void 0)}#x(){this.#d!==void 0&&(Ad.clearInterval(this.#d),this.#d=void 0)}createResult(e,t){let n=this.#t,r=this.options,i=this.#r,a=this.#i,o=this.#a,s=e===n?this.#n:e.state,{state:c}=e,l={...c},u=!1,d;if(t._optimisticResults){let i=this.hasListeners(),a=!i&&Ef(e,t),o=i&&Of(e,n,t,r);(a||o)&&(l={...l,...xf(c.data,e.options)}),t._optimisticResults===`isRestoring`&&(l.fetchStatus=`idle`)}let{error:f,errorUpdatedAt:p,status:m}=l;d=l.data;let h=!1;if(t.placeholderData!==void 0&&d===void 0&&m===`pending`){let e;i?.isPlaceholderData&&t.placeholderData===o?.placeholderData?(e=i.data,h=!0):e=typeof t.placeholderData==`function`?t.placeholderData(this.#l?.state.data,this.#l):t.placeholderData,e!==void 0&&(m=`success`,d=Yd(i?.data,e,t),u=!0)}if(t.select&&d!==void 0&&!h){if(i&&d===a?.data&&t.select===this.#s)d=this.#c;else try{this.#s=t.select,d=t.select(d),d=Yd(i?.data,d,t),this.#c=d,this.#o=null}catch(e){this.#o=e}}else d===void 0&&(this.#o=null);this.#o&&(f=this.#o,d=this.#c,p=i?.error===f?i.errorUpdatedAt:Date.now(),m=`error`,u=!1);let g=l.fetchStatus===`fetching`,_=m===`pending`,v=m===`error`,y=_&&g,b=d!==void 0;return{status:m,fetchStatus:l.fetchStatus,isPending:_,isSuccess:m===`success`,isError:v,isInitialLoading:y,isLoading:y,data:d,dataUpdatedAt:l.dataUpdatedAt,error:f,errorUpdatedAt:p,failureCount:l.fetchFailureCount,failureReason:l.fetchFailureReason,errorUpdateCount:l.errorUpdateCount,isFetched:e.isFetched(),isFetchedAfterMount:l.dataUpdateCount>s.dataUpdateCount||l.errorUpdateCount>s.errorUpdateCount,isFetching:g,isRefetching:g&&!_,isLoadingError:v&&!b,isPaused:l.fetchStatus===`paused`,isPlaceholderData:u,isRefetchError:v&&b,isStale:kf(e,t),refetch:this.refetch,isEnabled:Z(t.enabled,e)!==!1}}updateResult(){let e=this.#r,t=this.createResult(this.#t,this.options);if(this.#i=this.#t.state,this.#a=this.options,this.#i.data!==void 0&&(this.#l=this.#t),Wd(t,e))return;this.#r=t;let n=(()=>{if(!e)return!0;let{notifyOnChangeProps:t}=this.options,n=typeof t==`function`?t():t;if(n===`all`||!n&&!this.#p.size||this.options.throwOnError&&this.#r.error!==e.error)return!0;for(let t of n??this.#p)if(this.#r[t]!==e[t])return!0;return!1})();Q.batch(()=>{n&&this.listeners.forEach(e=>{e(this.#r)}),this.#e.getQueryCache().notify({query:this.#t,type:`observerResultsUpdated`})})}#S(){let e=this.#e.getQueryCache().build(this.#e,this.options);if(e===this.#t)return;let t=this.#t;this.#t=e,this.#n=e.state,this.hasListeners()&&(t?.removeObserver(this),e.addObserver(this))}onQueryUpdate(){this.updateResult(),this.hasListeners()&&this.#y()}};function Tf(e,t){return Z(t.enabled,e)!==!1&&e.state.data===void 0&&(e.state.status!==`error`||Z(t.retryOnMount,e)!==!1)}function Ef(e,t){return Tf(e,t)||e.state.data!==void 0&&Df(e,t,t.refetchOnMount)}function Df(e,t,n){if(Z(t.enabled,e)!==!1&&Z(t.staleTime,e)!==`static`){let r=Z(n,e);return r===`always`||r!==!1&&kf(e,t)}return!1}function Of(e,t,n,r){return(e!==t||Z(r.enabled,e)===!1)&&(!n.suspense||e.state.status!==`error`)&&kf(e,n)}function kf(e,t){return Z(t.enabled,e)!==!1&&e.isStaleByTime(Z(t.staleTime,e))}var Af=class extends yf{#e;#t;#n;#r;constructor(e){super(),this.#e=e.client,this.mutationId=e.mutationId,this.#n=e.mutationCache,this.#t=[],this.state=e.state||jf(),this.setOptions(e.options),this.scheduleGc()}setOptions(e){this.options=e,this.updateGcTime(this.options.gcTime)}get meta(){return this.options.meta}addObserver(e){this.#t.includes(e)||(this.#t.push(e),this.clearGcTimeout(),this.#n.notify({type:`observerAdded`,mutation:this,observer:e}))}removeObserver(e){this.#t=this.#t.filter(t=>t!==e),this.scheduleGc(),this.#n.notify({type:`observerRemoved`,mutation:this,observer:e})}optionalRemove(){this.#t.length||(this.state.status===`pending`?this.scheduleGc():this.#n.remove(this))}continue(){return this.#r?.continue()??(this.state.status===`pending`?this.execute(this.state.variables):Promise.resolve())}async execute(e){let t=()=>{this.#i({type:`continue`})},n={client:this.#e,meta:this.options.meta,mutationKey:this.options.mutationKey},r=this.#r=hf({fn:()=>this.options.mutationFn?this.options.mutationFn(e,n):Promise.reject(Error(`No mutationFn found`)),onFail:(e,t)=>{this.#i({type:`failed`,failureCount:e,error:t})},onPause:()=>{this.#i({type:`pause`})},onContinue:t,retry:this.options.retry??0,retryDelay:this.options.retryDelay,networkMode:this.options.networkMode,canRun:()=>this.#n.canRun(this)}),i=this.state.status===`pending`,a=!r.canStart();try{if(i)t();else{this.#i({type:`pending`,variables:e,isPaused:a}),this.#n.config.onMutate&&await this.#n.config.onMutate(e,this,n);let t=await this.options.onMutate?.(e,n);t!==this.state.context&&this.#i({type:`pending`,context:t,variables:e,isPaused:a})}this.state.isPaused&&r.canStart()&&t();let o=await r.start();return await this.#n.config.onSuccess?.(o,e,this.state.context,this,n),await this.options.onSuccess?.(o,e,this.state.context,n),await this.#n.config.onSettled?.(o,null,this.state.variables,this.state.context,this,n),await this.options.onSettled?.(o,null,e,this.state.context,n),this.#i({type:`success`,data:o}),o}catch(t){try{await this.#n.config.onError?.(t,e,this.state.context,this,n)}catch(e){Promise.reject(e)}try{await this.options.onError?.(t,e,this.state.context,n)}catch(e){Promise.reject(e)}try{await this.#n.config.onSettled?.(void 0,t,this.state.variables,this.state.context,this,n)}catch(e){Promise.reject(e)}try{await this.options.onSettled?.(void 0,t,e,this.state.context,n)}catch(e){Promise.reject(e)}throw this.#i({type:`error`,error:t}),t}finally{this.#r===r&&(this.#r=void 0),this.#n.runNext(this)}}#i(e){let t=t=>{switch(e.type){case`failed`:return{...t,failureCount:e.failureCount,failureReason:e.error};case`pause`:return{...t,isPaused:!0};case`continue`:return{...t,isPaused:!1};case`pending`:return{...t,context:e.context,data:void 0,failureCount:0,failureReason:null,error:null,isPaused:e.isPaused,status:`pending`,variables:e.variables,submittedAt:Date.now()};case`success`:return{...t,data:e.data,failureCount:0,failureReason:null,error:null,status:`success`,isPaused:!1};case`error`:return{...t,data:void 0,error:e.error,failureCount:t.failureCount+1,failureReason:e.error,isPaused:!1,status:`error`}}};this.state=t(this.state),Q.batch(()=>{this.#t.forEach(t=>{t.onMutationUpdate(e)}),this.#n.notify({mutation:this,type:`updated`,action:e})})}};function jf(){return{context:void 0,data:void 0,error:null,failureCount:0,failureReason:null,isPaused:!1,status:`idle`,variables:void 0,submittedAt:0}}var Mf=class extends sf{#e;#t;#n;constructor(e={}){super(),this.config=e,this.#e=new Set,this.#t=new Map,this.#n=0}build(e,t,n){let r=new Af({client:e,mutationCache:this,mutationId:++this.#n,options:e.defaultMutationOptions(t),state:n});return this.add(r),r}add(e){this.#e.add(e);let t=Nf(e);if(typeof t==`string`){let n=this.#t.get(t);n?n.push(e):this.#t.set(t,[e])}this.notify({type:`added`,mutation:e})}remove(e){if(this.#e.delete(e)){let t=Nf(e);if(typeof t==`string`){let n=this.#t.get(t);if(n){if(n.length>1){let t=n.indexOf(e);t!==-1&&n.splice(t,1)}else n[0]===e&&this.#t.delete(t)}}}this.notify({type:`removed`,mutation:e})}canRun(e){let t=Nf(e);if(typeof t==`string`){let n=this.#t.get(t)?.find(e=>e.state.status===`pending`);return!n||n===e}return!0}runNext(e){let t=Nf(e);return typeof t==`string`?(this.#t.get(t)?.find(t=>t!==e&&t.state.isPaused))?.continue()??Promise.resolve():Promise.resolve()}clear(){Q.batch(()=>{let e=this.getAll();this.#e.clear(),this.#t.clear(),e.forEach(e=>{this.notify({type:`removed`,mutation:e})})})}getAll(){return Array.from(this.#e)}find(e){let t={exact:!0,...e};return this.getAll().find(e=>Rd(t,e))}findAll(e={}){return this.getAll().filter(t=>Rd(e,t))}notify(e){Q.batch(()=>{this.listeners.forEach(t=>{t(e)})})}resumePausedMutations(){let e=this.getAll().filter(e=>e.state.isPaused);return Q.batch(()=>Promise.all(e.map(e=>e.continue().catch(Nd))))}};function Nf(e){return e.options.scope?.id}var Pf=class extends sf{#e;constructor(e={}){super(),this.config=e,this.#e=new Map}build(e,t,n){let r=t.queryKey,i=t.queryHash??zd(r,t),a=this.get(i);return a||(a=new bf({client:e,queryKey:r,queryHash:i,options:e.defaultQueryOptions(t),state:n,defaultOptions:e.getQueryDefaults(r)}),this.add(a)),a}add(e){this.#e.has(e.queryHash)||(this.#e.set(e.queryHash,e),this.notify({type:`added`,query:e}))}remove(e){this.#e.get(e.queryHash)===e&&(e.destroy(),this.#e.delete(e.queryHash),this.notify({type:`removed`,query:e}))}clear(){Q.batch(()=>{this.getAll().forEach(e=>{this.remove(e)})})}get(e){return this.#e.get(e)}getAll(){return[...this.#e.values()]}find(e){let t={exact:!0,...e};return this.getAll().find(e=>Ld(t,e))}findAll(e={}){let t=this.getAll();return Object.keys(e).length>0?t.filter(t=>Ld(e,t)):t}notify(e){Q.batch(()=>{this.listeners.forEach(t=>{t(e)})})}onFocus(){Q.batch(()=>{this.getAll().forEach(e=>{e.onFocus()})})}onOnline(){Q.batch(()=>{this.getAll().forEach(e=>{e.onOnline()})})}},Ff=class{#e;#t;#n;#r;#i;#a;#o;#s;constructor(e={}){this.#e=e.queryCache||new Pf,this.#t=e.mutationCache||new Mf,this.#n=e.defaultOptions||{},this.#r=new Map,this.#i=new Map,this.#a=0}mount(){this.#a++,this.#a===1&&(this.#o=cf.subscribe(async e=>{e&&(await this.resumePausedMutations(),this.#e.onFocus())}),this.#s=df.subscribe(async e=>{e&&(await this.resumePausedMutations(),this.#e.onOnline())}))}unmount(){this.#a--,this.#a===0&&(this.#o?.(),this.#o=void 0,this.#s?.(),this.#s=void 0)}isFetching(e){return this.#e.findAll({...e,fetchStatus:`fetching`}).length}isMutating(e){return this.#t.findAll({...e,status:`pending`}).length}getQueryData(e){let t=this.defaultQueryOptions({queryKey:e});return this.#e.get(t.queryHash)?.state.data}ensureQueryData(e){let t=this.defaultQueryOptions(e),n=this.#e.build(this,t),r=n.state.data;return r===void 0?this.fetchQuery(e):(e.revalidateIfStale&&n.isStaleByTime(Z(t.staleTime,n))&&this.prefetchQuery(t),Promise.resolve(r))}getQueriesData(e){return this.#e.findAll(e).map(({queryKey:e,state:t})=>[e,t.data])}setQueryData(e,t,n){let r=this.defaultQueryOptions({queryKey:e}),i=this.#e.get(r.queryHash)?.state.data,a=Pd(t,i);if(a!==void 0)return this.#e.build(this,r).setData(a,{...n,manual:!0})}setQueriesData(e,t,n){return Q.batch(()=>this.#e.findAll(e).map(({queryKey:e})=>[e,this.setQueryData(e,t,n)]))}getQueryState(e){let t=this.defaultQueryOptions({queryKey:e});return this.#e.get(t.queryHash)?.state}removeQueries(e){let t=this.#e;Q.batch(()=>{t.findAll(e).forEach(e=>{t.remove(e)})})}resetQueries(e,t){let n=this.#e;return Q.batch(()=>{let r=n.findAll(e),i=new Set(r);return r.forEach(e=>{e.reset()}),this.refetchQueries({type:`active`,predicate:e=>i.has(e)},t)})}cancelQueries(e,t={}){let n={revert:!0,...t},r=Q.batch(()=>this.#e.findAll(e).map(e=>e.cancel(n)));return Promise.all(r).then(Nd).catch(Nd)}invalidateQueries(e,t={}){return Q.batch(()=>(this.#e.findAll(e).forEach(e=>{e.invalidate()}),e?.refetchType===`none`?Promise.resolve():this.refetchQueries({...e,type:e?.refetchType??e?.type??`active`},t)))}refetchQueries(e,t={}){let n={...t,cancelRefetch:t.cancelRefetch??!0},r=Q.batch(()=>this.#e.findAll(e).filter(e=>!e.isDisabled()&&!e.isStatic()).map(e=>{let t=e.fetch(void 0,n),r=e.state.fetchStatus===`paused`;return(!n.throwOnError||r)&&(t=t.catch(Nd)),r?Promise.resolve():t}));return Promise.all(r).then(Nd)}async query(e){let t=this.defaultQueryOptions(e);t.retry===void 0&&(t.retry=!1);let n=this.#e.build(this,t),r=n.isStaleByTime(Z(t.staleTime,n))?await n.fetch(t):n.state.data,i=t.select;return i?i(r):r}fetchQuery(e){let t=this.defaultQueryOptions(e);t.retry===void 0&&(t.retry=!1);let n=this.#e.build(this,t);return n.isStaleByTime(Z(t.staleTime,n))?n.fetch(t):Promise.resolve(n.state.data)}prefetchQuery(e){return this.fetchQuery(e).then(Nd).catch(Nd)}infiniteQuery(e){return e._type=`infinite`,this.query(e)}fetchInfiniteQuery(e){return e._type=`infinite`,this.fetchQuery(e)}prefetchInfiniteQuery(e){return this.fetchInfiniteQuery(e).then(Nd).catch(Nd)}ensureInfiniteQueryData(e){return e._type=`infinite`,this.ensureQueryData(e)}resumePausedMutations(){return df.isOnline()?this.#t.resumePausedMutations():Promise.resolve()}getQueryCache(){return this.#e}getMutationCache(){return this.#t}getDefaultOptions(){return this.#n}setDefaultOptions(e){this.#n=e}setQueryDefaults(e,t){this.#r.set(Bd(e),{queryKey:e,defaultOptions:t})}getQueryDefaults(e){let t=[...this.#r.values()],n={};return t.forEach(t=>{Vd(e,t.queryKey)&&Object.assign(n,t.defaultOptions)}),n}setMutationDefaults(e,t){this.#i.set(Bd(e),{mutationKey:e,defaultOptions:t})}getMutationDefaults(e){let t=[...this.#i.values()],n={};return t.forEach(t=>{Vd(e,t.mutationKey)&&Object.assign(n,t.defaultOptions)}),n}defaultQueryOptions(e){if(e._defaulted)return e;let t={...this.#n.queries,...this.getQueryDefaults(e.queryKey),...e,_defaulted:!0};return t.queryHash||=zd(t.queryKey,t),t.refetchOnReconnect===void 0&&(t.refetchOnReconnect=t.networkMode!==`always`),t.throwOnError===void 0&&(t.throwOnError=!!t.suspense),!t.networkMode&&t.persister&&(t.networkMode=`offlineFirst`),t.queryFn===$d&&(t.enabled=!1),t}defaultMutationOptions(e){return e?._defaulted?e:{...this.#n.mutations,...e?.mutationKey&&this.getMutationDefaults(e.mutationKey),...e,_defaulted:!0}}clear(){this.#e.clear(),this.#t.clear()}},If=m.createContext(!1),Lf=()=>m.useContext(If);If.Provider;function Rf(){let e=!1;return{clearReset:()=>{e=!1},reset:()=>{e=!0},isReset:()=>e}}var zf=m.createContext(Rf()),Bf=()=>m.useContext(zf),Vf=(e,t,n)=>{let r=n?.state.status===`error`&&typeof e.throwOnError==`function`?tf(e.throwOnError,[n.state.error,n]):e.throwOnError;(e.suspense||r)&&(t.isReset()||(e.retryOnMount=!1))},Hf=e=>{m.useEffect(()=>{e.clearReset()},[e])},Uf=({result:e,errorResetBoundary:t,throwOnError:n,query:r,suspense:i})=>e.isError&&!t.isReset()&&!e.isFetching&&r&&(i&&e.data===void 0||tf(n,[e.error,r])),Wf=e=>{if(e.suspense){let t=1e3,n=e=>e===`static`?e:Math.max(e??t,t),r=e.staleTime;e.staleTime=typeof r==`function`?(...e)=>n(r(...e)):n(r),typeof e.gcTime==`number`&&(e.gcTime=Math.max(e.gcTime,t))}},Gf=(e,t)=>e?.suspense&&t.isPending,Kf=(e,t,n)=>t.fetchOptimistic(e).catch(()=>{n.clearReset()});function qf(e,t,n){let r=Lf(),i=Bf(),a=Dd(n),o=a.defaultQueryOptions(e),s=a.getQueryCache().get(o.queryHash),c=e.subscribed!==!1;o._optimisticResults=r?`isRestoring`:c?`optimistic`:void 0,Wf(o),Vf(o,i,s),Hf(i);let[l]=m.useState(()=>new t(a,o)),u=l.getOptimisticResult(o);m.useEffect(()=>{l.setOptions(o)},[o,l]);let d=!r&&c;if(m.useSyncExternalStore(m.useCallback(e=>{let t=d?l.subscribe(Q.batchCalls(e)):Nd;return l.updateResult(),t},[l,d]),()=>l.getCurrentResult(),()=>l.getCurrentResult()),Gf(o,u))throw Kf(o,l,i);if(Uf({result:u,errorResetBoundary:i,throwOnError:o.throwOnError,query:s,suspense:o.suspense}))throw u.error;return o.notifyOnChangeProps?u:l.trackResult(u)}function Jf(e,t){return qf(e,wf,t)}var Yf=class extends Error{code;requestId;field;constructor(e,t,n,r=[]){super(t),this.code=e,this.requestId=n,this.field=r,this.name=`Failure`}get passes(){return this.code===`NETWORK`||this.code===`UNAVAILABLE`}};function Xf(e){return e instanceof Yf?e:new Yf(`INTERNAL`,`Something went wrong on this page. Reload it and try again.`,null)}var $=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new $(`
    fragment Provider on SignInProvider {
  name
  label
  startPath
  signUp
}
    `,{fragmentName:`Provider`}),new $(`
    fragment IdentityLine on Identity {
  id
  issuer
  account
  linkedAt
  lastUsedAt
  provider {
    ...Provider
  }
}
    fragment Provider on SignInProvider {
  name
  label
  startPath
  signUp
}`,{fragmentName:`IdentityLine`}),new $(`
    fragment SessionLine on Session {
  id
  device
  userAgent
  clientIp
  signedInAt
  lastSeenAt
  endsAt
  isCurrent
}
    `,{fragmentName:`SessionLine`}),new $(`
    fragment AuditLine on AuditEvent {
  id
  seq
  at
  action
  sentence
  clientIp
  actor {
    kind
    id
    label
  }
  target {
    kind
    id
    label
  }
  before {
    name
    text
  }
  after {
    name
    text
  }
}
    `,{fragmentName:`AuditLine`}),new $(`
    fragment InvitationFull on InvitationPreview {
  workspaceName
  invitedBy
  email
  role
  expiresAt
  hasAccount
}
    `,{fragmentName:`InvitationFull`}),new $(`
    fragment MemberLine on Member {
  id
  personId
  name
  email
  role
  joinedAt
  version
  isViewer
}
    `,{fragmentName:`MemberLine`}),new $(`
    fragment InvitationLine on Invitation {
  id
  email
  role
  invitedBy {
    kind
    label
  }
  createdAt
  sentAt
  expiresAt
  isExpired
}
    `,{fragmentName:`InvitationLine`}),new $(`
    fragment Entry on IpAllowlistEntry {
  id
  range
  note
  expiresAt
  createdAt
  createdBy {
    label
  }
  version
}
    `,{fragmentName:`Entry`}),new $(`
    fragment Impact on AllowlistImpact {
  refusedCalls
  moreKeys
  unknownCalls
  keys {
    refusedCalls
    moreAddresses
    apiKey {
      id
      name
    }
    addresses {
      address
      calls
      lastSeen
    }
  }
}
    `,{fragmentName:`Impact`}),new $(`
    fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}
    `,{fragmentName:`Spread`}),new $(`
    fragment Wrong on UserError {
  code
  message
  field
}
    `,{fragmentName:`Wrong`}),new $(`
    fragment AllowlistChanged on ChangeIpAllowlistPayload {
  propagation {
    ...Spread
  }
  userErrors {
    ...Wrong
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`,{fragmentName:`AllowlistChanged`}),new $(`
    fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}
    `,{fragmentName:`Use`}),new $(`
    fragment KeyLine on ApiKey {
  id
  name
  scope
  status
  hint
  expiresOn
  createdBy {
    kind
    label
  }
  lastUse {
    ...Use
  }
}
    fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}`,{fragmentName:`KeyLine`}),new $(`
    fragment KeyFull on ApiKey {
  ...KeyLine
  version
  expiresAt
  createdAt
  supersededRefusals
  disabledAt
  revokedAt
  revocationReason
  revocationNote
  rotation {
    startedAt
    oldSecretValidUntil
    oldSecretHint
    oldSecretLastUse {
      ...Use
    }
  }
  hints {
    code
    sentence
  }
}
    fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}
fragment KeyLine on ApiKey {
  id
  name
  scope
  status
  hint
  expiresOn
  createdBy {
    kind
    label
  }
  lastUse {
    ...Use
  }
}`,{fragmentName:`KeyFull`}),new $(`
    fragment Series on Usage {
  calls
  refusals
  rows {
    group
    calls
    refusals
  }
}
    `,{fragmentName:`Series`}),new $(`
    fragment Breakdown on Usage {
  truncated
  rows {
    group
    calls
    refusals
    lastSeen
    apiKey {
      id
      name
    }
  }
}
    `,{fragmentName:`Breakdown`}),new $(`
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}
    `,{fragmentName:`SupportLine`}),new $(`
    fragment TenantLine on Tenant {
  id
  slug
  name
  timeZone
  createdAt
  suspendedAt
  supportApprovalRequired
  members
  keys
  activeKeys
  allowlistEntries
}
    `,{fragmentName:`TenantLine`}),new $(`
    fragment WorkspaceFull on Workspace {
  id
  slug
  name
  timeZone
  longestLifetimeDays
  disableUnusedAfterDays
  supportApprovalRequired
  suspendedAt
  version
  apiUrl
}
    `,{fragmentName:`WorkspaceFull`}),new $(`
    fragment ImpactKey on ApiKey {
  id
  name
  hint
  expiresOn
  lastUse {
    at
  }
}
    `,{fragmentName:`ImpactKey`}),new $(`
    fragment KeysImpact on WorkspaceImpact {
  stops {
    ...ImpactKey
  }
  moreStops
  starts {
    ...ImpactKey
  }
  moreStarts
  disables {
    ...ImpactKey
  }
  moreDisables
  outlive {
    ...ImpactKey
  }
  moreOutlive
}
    fragment ImpactKey on ApiKey {
  id
  name
  hint
  expiresOn
  lastUse {
    at
  }
}`,{fragmentName:`KeysImpact`});var Zf=new $(`
    subscription WorkspaceChanges($workspace: ID!) {
  workspaceChanges(workspaceId: $workspace) {
    kind
    apiKeyId
  }
}
    `),Qf=new $(`
    query Me {
  me {
    id
    email
    name
    isStaff
    secondFactor {
      totpSince
    }
    memberships {
      role
      workspace {
        id
        slug
        name
        timeZone
        viewerMay
      }
    }
  }
}
    `),$f=new $(`
    query OwnProviders {
  me {
    identities {
      provider {
        name
        label
        startPath
      }
    }
  }
}
    `),ep=new $(`
    mutation Reauthenticate($input: ReauthenticateInput!) {
  reauthenticate(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),tp=new $(`
    mutation SignOut {
  signOut {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),np=new $(`
    query Account {
  me {
    id
    email
    name
    version
    emailChange {
      email
      expiresAt
    }
    secondFactor {
      totpSince
      recoveryCodesLeft
    }
    identities {
      ...IdentityLine
    }
    sessions {
      ...SessionLine
    }
  }
  signInMethods {
    providers {
      ...Provider
    }
  }
  signUpOptions {
    mail
    shortestPassword
  }
}
    fragment IdentityLine on Identity {
  id
  issuer
  account
  linkedAt
  lastUsedAt
  provider {
    ...Provider
  }
}
fragment SessionLine on Session {
  id
  device
  userAgent
  clientIp
  signedInAt
  lastSeenAt
  endsAt
  isCurrent
}
fragment Provider on SignInProvider {
  name
  label
  startPath
  signUp
}`),rp=new $(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),ip=new $(`
    mutation EndSession($input: EndSessionInput!) {
  endSession(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),ap=new $(`
    mutation EndOtherSessions {
  endOtherSessions {
    ended
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),op=new $(`
    mutation StartTotp {
  startTotpEnrollment {
    secret
    uri
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),sp=new $(`
    mutation ConfirmTotp($input: ConfirmTotpEnrollmentInput!) {
  confirmTotpEnrollment(input: $input) {
    recoveryCodes
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),cp=new $(`
    mutation DisableTotp($input: DisableTotpInput!) {
  disableTotp(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),lp=new $(`
    mutation NewRecoveryCodes($input: RegenerateRecoveryCodesInput!) {
  regenerateRecoveryCodes(input: $input) {
    recoveryCodes
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),up=new $(`
    mutation LinkIdentity($input: LinkIdentityInput!) {
  linkIdentity(input: $input) {
    url
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),dp=new $(`
    mutation UnlinkIdentity($input: UnlinkIdentityInput!) {
  unlinkIdentity(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),fp=new $(`
    mutation UpdateMe($input: UpdateMeInput!) {
  updateMe(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),pp=new $(`
    mutation AskEmailChange($input: AskEmailChangeInput!) {
  askEmailChange(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),mp=new $(`
    mutation CancelEmailChange {
  cancelEmailChange {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),hp=new $(`
    query AuditLog($workspace: ID!, $first: Int!, $after: String, $filter: AuditEventFilter) {
  workspace(id: $workspace) {
    auditEvents(first: $first, after: $after, filter: $filter) {
      totalCount
      totalCountIsExact
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...AuditLine
        }
      }
    }
  }
}
    fragment AuditLine on AuditEvent {
  id
  seq
  at
  action
  sentence
  clientIp
  actor {
    kind
    id
    label
  }
  target {
    kind
    id
    label
  }
  before {
    name
    text
  }
  after {
    name
    text
  }
}`),gp=new $(`
    query AuditActions {
  auditActions {
    name
    sentence
  }
}
    `),_p=new $(`
    query Invitation($token: String!) {
  invitation(token: $token) {
    ...InvitationFull
  }
}
    fragment InvitationFull on InvitationPreview {
  workspaceName
  invitedBy
  email
  role
  expiresAt
  hasAccount
}`),vp=new $(`
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) {
    workspace {
      slug
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),yp=new $(`
    mutation SignUp($input: SignUpInput!) {
  signUp(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),bp=new $(`
    mutation ConfirmSignUp($input: ConfirmSignUpInput!) {
  confirmSignUp(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),xp=new $(`
    mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),Sp=new $(`
    mutation ResetPassword($input: ResetPasswordInput!) {
  resetPassword(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),Cp=new $(`
    mutation AcceptInvitationWithProvider($input: AcceptInvitationWithProviderInput!) {
  acceptInvitationWithProvider(input: $input) {
    url
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),wp=new $(`
    mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {
  confirmEmailChange(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),Tp=new $(`
    query Members($workspace: ID!, $first: Int!, $after: String, $filter: MemberFilter, $orderBy: MemberOrder) {
  workspace(id: $workspace) {
    members(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      totalCountIsExact
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...MemberLine
        }
      }
    }
  }
}
    fragment MemberLine on Member {
  id
  personId
  name
  email
  role
  joinedAt
  version
  isViewer
}`),Ep=new $(`
    query Invitations($workspace: ID!, $first: Int!, $after: String) {
  workspace(id: $workspace) {
    invitations(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...InvitationLine
        }
      }
    }
  }
}
    fragment InvitationLine on Invitation {
  id
  email
  role
  invitedBy {
    kind
    label
  }
  createdAt
  sentAt
  expiresAt
  isExpired
}`),Dp=new $(`
    query KeysOf($workspace: ID!, $person: ID!) {
  workspace(id: $workspace) {
    apiKeys(first: 1, filter: {createdBy: $person}) {
      totalCount
    }
  }
}
    `),Op=new $(`
    mutation InviteMember($input: InviteMemberInput!) {
  inviteMember(input: $input) {
    invitation {
      id
      email
    }
    link
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),kp=new $(`
    mutation CancelInvitation($input: CancelInvitationInput!) {
  cancelInvitation(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),Ap=new $(`
    mutation UpdateMemberRole($input: UpdateMemberRoleInput!) {
  updateMemberRole(input: $input) {
    member {
      ...MemberLine
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment MemberLine on Member {
  id
  personId
  name
  email
  role
  joinedAt
  version
  isViewer
}`),jp=new $(`
    mutation RemoveMember($input: RemoveMemberInput!) {
  removeMember(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),Mp=new $(`
    mutation LeaveWorkspace($input: LeaveWorkspaceInput!) {
  leaveWorkspace(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),Np=new $(`
    query Allowlist($workspace: ID!, $first: Int!, $after: String) {
  workspace(id: $workspace) {
    ipAllowlist {
      active
      viewerAddress
      entries(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...Entry
          }
        }
      }
    }
  }
}
    fragment Entry on IpAllowlistEntry {
  id
  range
  note
  expiresAt
  createdAt
  createdBy {
    label
  }
  version
}`),Pp=new $(`
    query CheckAddress($workspace: ID!, $address: String!) {
  workspace(id: $workspace) {
    ipAllowlist {
      active
      check(address: $address) {
        address
        allowed
        entry {
          range
          note
        }
      }
    }
  }
}
    `),Fp=new $(`
    query AllowlistPreview($workspace: ID!, $add: [String!], $remove: [ID!]) {
  workspace(id: $workspace) {
    ipAllowlist {
      preview(add: $add, remove: $remove) {
        ...Impact
      }
    }
  }
}
    fragment Impact on AllowlistImpact {
  refusedCalls
  moreKeys
  unknownCalls
  keys {
    refusedCalls
    moreAddresses
    apiKey {
      id
      name
    }
    addresses {
      address
      calls
      lastSeen
    }
  }
}`),Ip=new $(`
    mutation AddIpAllowlistEntries($input: AddIpAllowlistEntriesInput!) {
  addIpAllowlistEntries(input: $input) {
    ...AllowlistChanged
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment AllowlistChanged on ChangeIpAllowlistPayload {
  propagation {
    ...Spread
  }
  userErrors {
    ...Wrong
  }
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Lp=new $(`
    mutation UpdateIpAllowlistEntry($input: UpdateIpAllowlistEntryInput!) {
  updateIpAllowlistEntry(input: $input) {
    ...AllowlistChanged
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment AllowlistChanged on ChangeIpAllowlistPayload {
  propagation {
    ...Spread
  }
  userErrors {
    ...Wrong
  }
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Rp=new $(`
    mutation RemoveIpAllowlistEntries($input: RemoveIpAllowlistEntriesInput!) {
  removeIpAllowlistEntries(input: $input) {
    ...AllowlistChanged
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment AllowlistChanged on ChangeIpAllowlistPayload {
  propagation {
    ...Spread
  }
  userErrors {
    ...Wrong
  }
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),zp=new $(`
    query ApiKey($workspace: ID!, $id: ID!) {
  workspace(id: $workspace) {
    apiUrl
    longestLifetimeDays
    apiKey(id: $id) {
      ...KeyFull
    }
  }
}
    fragment KeyFull on ApiKey {
  ...KeyLine
  version
  expiresAt
  createdAt
  supersededRefusals
  disabledAt
  revokedAt
  revocationReason
  revocationNote
  rotation {
    startedAt
    oldSecretValidUntil
    oldSecretHint
    oldSecretLastUse {
      ...Use
    }
  }
  hints {
    code
    sentence
  }
}
fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}
fragment KeyLine on ApiKey {
  id
  name
  scope
  status
  hint
  expiresOn
  createdBy {
    kind
    label
  }
  lastUse {
    ...Use
  }
}`),Bp=new $(`
    mutation UpdateApiKey($input: UpdateApiKeyInput!) {
  updateApiKey(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Vp=new $(`
    mutation RevokeApiKey($input: RevokeApiKeyInput!) {
  revokeApiKey(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Hp=new $(`
    mutation SetApiKeyDisabled($input: SetApiKeyDisabledInput!) {
  setApiKeyDisabled(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Up=new $(`
    mutation StartApiKeyRotation($input: StartApiKeyRotationInput!) {
  startApiKeyRotation(input: $input) {
    secret
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),Wp=new $(`
    mutation FinishApiKeyRotation($input: FinishApiKeyRotationInput!) {
  finishApiKeyRotation(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Gp=new $(`
    mutation CancelApiKeyRotation($input: CancelApiKeyRotationInput!) {
  cancelApiKeyRotation(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Kp=new $(`
    query ApiKeys($workspace: ID!, $first: Int!, $after: String, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder) {
  workspace(id: $workspace) {
    apiKeys(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      totalCountIsExact
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...KeyLine
        }
      }
    }
  }
}
    fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}
fragment KeyLine on ApiKey {
  id
  name
  scope
  status
  hint
  expiresOn
  createdBy {
    kind
    label
  }
  lastUse {
    ...Use
  }
}`),qp=new $(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    secret
    apiKey {
      id
      name
      scope
    }
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Jp=new $(`
    query KeyRules($workspace: ID!) {
  workspace(id: $workspace) {
    longestLifetimeDays
    apiUrl
  }
}
    `),Yp=new $(`
    query ExplainRefusal($workspace: ID!, $receipt: String!) {
  workspace(id: $workspace) {
    explainRefusal(receipt: $receipt) {
      at
      reason
      sentence
      setting
      operation
      clientIp
      scope
      accessNeeded
      requestId
      apiKey {
        id
        name
        status
      }
    }
  }
}
    `),Xp=new $(`
    query KeySeries($workspace: ID!, $id: ID!, $range: UsageRange!, $by: UsageGroup!) {
  workspace(id: $workspace) {
    apiKey(id: $id) {
      usage(range: $range, groupBy: $by) {
        ...Series
      }
    }
  }
}
    fragment Series on Usage {
  calls
  refusals
  rows {
    group
    calls
    refusals
  }
}`),Zp=new $(`
    query KeyBreakdown($workspace: ID!, $id: ID!, $range: UsageRange!, $by: UsageGroup!) {
  workspace(id: $workspace) {
    apiKey(id: $id) {
      usage(range: $range, groupBy: $by) {
        ...Breakdown
      }
    }
  }
}
    fragment Breakdown on Usage {
  truncated
  rows {
    group
    calls
    refusals
    lastSeen
    apiKey {
      id
      name
    }
  }
}`),Qp=new $(`
    query WorkspaceSeries($workspace: ID!, $range: UsageRange!, $by: UsageGroup!) {
  workspace(id: $workspace) {
    usage(range: $range, groupBy: $by) {
      ...Series
    }
  }
}
    fragment Series on Usage {
  calls
  refusals
  rows {
    group
    calls
    refusals
  }
}`),$p=new $(`
    query WorkspaceBreakdown($workspace: ID!, $range: UsageRange!, $by: UsageGroup!) {
  workspace(id: $workspace) {
    usage(range: $range, groupBy: $by) {
      ...Breakdown
    }
  }
}
    fragment Breakdown on Usage {
  truncated
  rows {
    group
    calls
    refusals
    lastSeen
    apiKey {
      id
      name
    }
  }
}`),em=new $(`
    query Doorway {
  signInMethods {
    providers {
      ...Provider
    }
  }
  signUpOptions {
    signUp
    mail
    shortestPassword
  }
}
    fragment Provider on SignInProvider {
  name
  label
  startPath
  signUp
}`),tm=new $(`
    query Waiting {
  secondFactorChallenge {
    attemptsLeft
  }
}
    `),nm=new $(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    secondFactor {
      attemptsLeft
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),rm=new $(`
    mutation CompleteSignIn($input: CompleteSignInInput!) {
  completeSignIn(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),im=new $(`
    query MySupportSessions {
  support {
    sessions {
      ...SupportLine
    }
  }
}
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`),am=new $(`
    query Tenants($search: String!, $first: Int!, $after: String) {
  support {
    tenants(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...TenantLine
        }
      }
    }
  }
}
    fragment TenantLine on Tenant {
  id
  slug
  name
  timeZone
  createdAt
  suspendedAt
  supportApprovalRequired
  members
  keys
  activeKeys
  allowlistEntries
}`),om=new $(`
    query LookedInto($slug: String!) {
  workspace(slug: $slug) {
    id
    slug
    name
    timeZone
    viewerMay
    supportSession {
      ...SupportLine
    }
  }
}
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`),sm=new $(`
    query Visitors($workspace: ID!) {
  workspace(id: $workspace) {
    running: supportSessions(first: 10, filter: {status: OPEN}) {
      edges {
        node {
          ...SupportLine
        }
      }
    }
    waiting: supportSessions(first: 10, filter: {status: PENDING_APPROVAL}) {
      edges {
        node {
          ...SupportLine
        }
      }
    }
  }
}
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`),cm=new $(`
    query SupportSessions($workspace: ID!, $first: Int!, $after: String) {
  workspace(id: $workspace) {
    supportSessions(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...SupportLine
        }
      }
    }
  }
}
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`),lm=new $(`
    mutation StartSupportSession($input: StartSupportSessionInput!) {
  startSupportSession(input: $input) {
    supportSession {
      ...SupportLine
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`),um=new $(`
    mutation EndSupportSession($input: EndSupportSessionInput!) {
  endSupportSession(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),dm=new $(`
    mutation ApproveSupportSession($input: ApproveSupportSessionInput!) {
  approveSupportSession(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),fm=new $(`
    mutation RefuseSupportSession($input: RefuseSupportSessionInput!) {
  refuseSupportSession(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),pm=new $(`
    query WorkspaceSettings($workspace: ID!) {
  workspace(id: $workspace) {
    ...WorkspaceFull
  }
}
    fragment WorkspaceFull on Workspace {
  id
  slug
  name
  timeZone
  longestLifetimeDays
  disableUnusedAfterDays
  supportApprovalRequired
  suspendedAt
  version
  apiUrl
}`),mm=new $(`
    mutation CreateWorkspace($input: CreateWorkspaceInput!) {
  createWorkspace(input: $input) {
    workspace {
      id
      slug
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),hm=new $(`
    mutation UpdateWorkspace($input: UpdateWorkspaceInput!) {
  updateWorkspace(input: $input) {
    workspace {
      ...WorkspaceFull
    }
    impact {
      ...KeysImpact
    }
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}
fragment WorkspaceFull on Workspace {
  id
  slug
  name
  timeZone
  longestLifetimeDays
  disableUnusedAfterDays
  supportApprovalRequired
  suspendedAt
  version
  apiUrl
}
fragment KeysImpact on WorkspaceImpact {
  stops {
    ...ImpactKey
  }
  moreStops
  starts {
    ...ImpactKey
  }
  moreStarts
  disables {
    ...ImpactKey
  }
  moreDisables
  outlive {
    ...ImpactKey
  }
  moreOutlive
}
fragment ImpactKey on ApiKey {
  id
  name
  hint
  expiresOn
  lastUse {
    at
  }
}`),gm=(e,t)=>[e.toString(),t];function _m(){let e=new Ff({queryCache:new Pf({onError:t=>vm(e,t)}),defaultOptions:{queries:{retry:(e,t)=>e<2&&Xf(t).passes,retryDelay:e=>500*2**e}}});return e}function vm(e,t){Xf(t).code===`UNAUTHENTICATED`&&e.setQueryData(gm(Qf,{}),{me:null})}var ym=15e3;async function bm(e,t,n){let r=await xm(e.toString(),t,n),i=r.headers.get(`X-Request-Id`),a=await Sm(r,i),o=a.errors?.[0];if(o)throw new Yf(o.extensions?.code??`INTERNAL`,o.message,o.extensions?.requestId??i,o.extensions?.field);if(!a.data)throw new Yf(`INTERNAL`,`The server answered without data.`,i);return a.data}async function xm(e,t,n){let r=[AbortSignal.timeout(ym),...n?[n]:[]];try{return await fetch(`/graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`},credentials:`same-origin`,body:JSON.stringify({query:e,variables:t}),signal:AbortSignal.any(r)})}catch(e){throw n?.aborted?e:new Yf(`NETWORK`,`The server could not be reached. Check your connection, then try again.`,null)}}async function Sm(e,t){try{return await e.json()}catch{throw new Yf(`UNAVAILABLE`,`The server gave no usable answer. Try again in a moment.`,t)}}function Cm({size:e=`md`,...t}){let n=ne(`(max-width: 36em)`,!1,{getInitialValueInEffect:!1});return(0,U.jsx)(Lu,{size:e,fullScreen:n,centered:!n,closeButtonProps:{"aria-label":`Close`},transitionProps:{duration:120},...t})}var wm={key:`M14.5 9.5 21 3m-3.5 3.5 2.5 2.5M15 14.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Z`,plus:`M12 5v14M5 12h14`,search:`m20 20-4.3-4.3M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z`,copy:`M9 9h11v11H9zM5 15H4V4h11v1`,done:`m5 12.5 4.5 4.5L19 7.5`,cross:`M6 6l12 12M18 6 6 18`,up:`m6 15 6-6 6 6`,down:`m6 9 6 6 6-6`,left:`m15 6-6 6 6 6`,right:`m9 6 6 6-6 6`,order:`m8 9 4-4 4 4M8 15l4 4 4-4`,more:`M5 12h.01M12 12h.01M19 12h.01`,edit:`M4 20h4L19 9l-4-4L4 16v4ZM13.5 6.5l4 4`,rotate:`M20 11a8 8 0 0 0-14.5-3.5L4 9m0-5v5h5M4 13a8 8 0 0 0 14.5 3.5L20 15m0 5v-5h-5`,pause:`M9 5v14M15 5v14`,play:`M7 5v14l11-7L7 5Z`,stop:`M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM5.7 5.7l12.6 12.6`,eye:`M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z`,write:`M12 4v11m0 0-4-4m4 4 4-4M5 19h14`,all:`M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6l-8-3Z`,shield:`M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6l-8-3Zm-3.5 9 2.5 2.5 4.5-5`,info:`M12 11v5m0-8.5v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z`,warn:`M12 9v4.5m0 3v.01M10.3 4 2.5 17.5A2 2 0 0 0 4.2 20.5h15.6a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z`,lock:`M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3`,trash:`M4 7h16M9 7V4h6v3m-8 0 1 13h8l1-13`,sun:`M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM12 2v2m0 16v2M2 12h2m16 0h2M4.9 4.9l1.4 1.4m11.4 11.4 1.4 1.4m0-14.2-1.4 1.4M6.3 17.7l-1.4 1.4`,moon:`M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z`,screen:`M3 5h18v11H3zM9 20h6m-3-4v4`,leave:`M14 4h5v16h-5M4 12h11m-4-4 4 4-4 4`,code:`m8 7-5 5 5 5m8-10 5 5-5 5`,building:`M5 20V5l7-2v17m0-11h7v11M3 20h18M8 8h1m-1 4h1m-1 4h1m6-3h1m-1 4h1`,person:`M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM4.5 20c.6-4.2 3.6-6.5 7.5-6.5s6.9 2.3 7.5 6.5`,people:`M12 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM2 19.5c.5-4 3-6 6.5-6s6 2 6.5 6M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14c2 .8 3.3 2.6 3.7 5.5`,list:`M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01`};function Tm({name:e,size:t=16}){return(0,U.jsx)(`svg`,{width:t,height:t,viewBox:`0 0 24 24`,fill:`none`,stroke:`currentColor`,strokeWidth:`1.9`,strokeLinecap:`round`,strokeLinejoin:`round`,"aria-hidden":`true`,focusable:`false`,children:(0,U.jsx)(`path`,{d:wm[e]})})}var Em={notice:`_notice_qm7tw_1`,icon:`_icon_qm7tw_17`,words:`_words_qm7tw_23`,title:`_title_qm7tw_29`,action:`_action_qm7tw_33`},Dm={good:`done`,info:`info`,warn:`warn`,bad:`warn`,quiet:`info`};function Om({tone:e,title:t,children:n,action:r}){return(0,U.jsxs)(`div`,{className:Em.notice,"data-tone":e,role:e===`bad`?`alert`:void 0,children:[(0,U.jsx)(`span`,{className:Em.icon,children:(0,U.jsx)(Tm,{name:Dm[e],size:18})}),(0,U.jsxs)(`div`,{className:Em.words,children:[t&&(0,U.jsx)(`div`,{className:Em.title,children:t}),n&&(0,U.jsx)(`div`,{children:n})]}),r&&(0,U.jsx)(`div`,{className:Em.action,children:r})]})}function km({errors:e}){return e.map(e=>(0,U.jsx)(Om,{tone:`bad`,children:e.message},e.message))}function Am({rest:e=[],cancel:t,label:n,busy:r,danger:i,disabled:a}){return(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(km,{errors:e}),(0,U.jsxs)(oc,{justify:`flex-end`,children:[(0,U.jsx)(vu,{variant:`default`,onClick:t,children:`Cancel`}),(0,U.jsx)(vu,{type:`submit`,loading:r,color:i?`red`:void 0,disabled:a,children:n})]})]})}var jm={cut:`_cut_14gyd_1`};function Mm(e){let t=(0,m.useRef)(null),[n,r]=(0,m.useState)(null),i=()=>r(t.current&&e(t.current)),a=()=>r(null);return(0,m.useEffect)(()=>{if(n===null)return;let e=e=>{(e instanceof KeyboardEvent?e.key===`Escape`:!t.current?.contains(e.target))&&r(null)};return addEventListener(`keydown`,e,{capture:!0}),addEventListener(`pointerdown`,e),()=>{removeEventListener(`keydown`,e,{capture:!0}),removeEventListener(`pointerdown`,e)}},[n]),{on:{ref:t,onPointerEnter:i,onPointerLeave:e=>e.pointerType!==`touch`&&a(),onFocus:i,onBlur:a},shown:n!==null&&(0,U.jsx)(rd,{opened:!0,target:t,label:n,multiline:!0,maw:420})}}function Nm({children:e,className:t=``}){let n=Mm(t=>t.scrollWidth>t.clientWidth?e:null);return(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(`span`,{className:`${jm.cut} ${t}`,...n.on,children:e}),n.shown]})}var Pm={or:`_or_2fd82_1`,label:`_label_2fd82_17`};function Fm({providers:e,verb:t,returnTo:n=`/`,fresh:r,go:i,busy:a,about:o,or:s=!0}){return e.length===0?null:(0,U.jsxs)(sd,{gap:`sm`,children:[s&&(0,U.jsx)(`div`,{className:Pm.or,children:`or`}),e.map(({name:e,label:o,startPath:s})=>{let c=(0,U.jsx)(Nm,{className:Pm.label,children:`${t} with ${o}`});return i?(0,U.jsx)(vu,{variant:`default`,disabled:a,onClick:()=>i(e),fullWidth:!0,children:c},e):(0,U.jsx)(vu,{component:`a`,href:`${s}?${new URLSearchParams({return:n,...r&&{fresh:`true`}})}`,variant:`default`,fullWidth:!0,children:c},e)}),o&&(0,U.jsx)(lu,{size:`xs`,c:`dimmed`,children:o})]})}var Im=(0,m.createContext)(null);function Lm(){let e=(0,m.use)(Im);if(!e)throw Error(`usePerson is for what is inside the Gate`);return e}var Rm=300,zm=(0,m.createContext)(()=>Promise.resolve(!1)),Bm=()=>(0,m.use)(zm);function Vm({children:e}){let t=(0,m.useRef)([]),[n,r]=(0,m.useState)(!1),i=(0,m.useCallback)(()=>(r(!0),new Promise(e=>t.current.push(e))),[]),a=e=>{r(!1);for(let n of t.current.splice(0))n(e)};return(0,U.jsxs)(zm,{value:i,children:[e,(0,U.jsx)(Cm,{title:`Confirm that it is you`,zIndex:Rm,opened:n,onClose:()=>a(!1),children:(0,U.jsx)(Hm,{done:()=>a(!0),cancel:()=>a(!1)})})]})}function Hm({done:e,cancel:t}){let{email:n,secondFactor:r}=Lm(),[i,a]=(0,m.useState)(``),[o,s]=(0,m.useState)(``),[c,l]=(0,m.useState)([]),[u,d]=(0,m.useState)(!1),f=r.totpSince!==null,p=async t=>{t.preventDefault(),d(!0);let n=await Gm(f?{password:i,...Wm(o)}:{password:i});d(!1),l(n),n.length===0&&e()},h=c.find(e=>e.code===`SECOND_FACTOR_WRONG`||e.code===`SECOND_FACTOR_NEEDED`),g=c.find(e=>e!==h);return(0,U.jsx)(`form`,{onSubmit:p,children:(0,U.jsxs)(sd,{children:[(0,U.jsxs)(lu,{size:`sm`,children:[`You signed in a while ago, and this change needs to be sure. Enter the password of `,(0,U.jsx)(`b`,{children:n}),`; then the change goes on by itself.`]}),(0,U.jsx)(Uu,{label:`Password`,autoComplete:`current-password`,"data-autofocus":!0,required:!0,value:i,onChange:e=>a(e.currentTarget.value),error:g?.message}),f&&(0,U.jsx)(cd,{label:`Code`,description:`The six digits that your authenticator app shows, or a recovery code.`,autoComplete:`one-time-code`,required:!0,value:o,onChange:e=>s(e.currentTarget.value),error:h?.message}),(0,U.jsx)(Am,{cancel:t,label:`Confirm`,busy:u}),(0,U.jsx)(Um,{})]})})}function Um(){let e=Jf({queryKey:gm($f,{}),queryFn:({signal:e})=>bm($f,{},e)}).data?.me?.identities??[];return(0,U.jsx)(Fm,{providers:e.flatMap(({provider:e})=>e??[]),verb:`Confirm`,fresh:!0,returnTo:location.pathname+location.search,about:`Then this page is loaded anew: make the change again when you are back.`})}function Wm(e){let t=e.replace(/\s/g,``);return/^\d{6}$/.test(t)?{code:t}:{recoveryCode:e.trim()}}async function Gm(e){try{let{reauthenticate:t}=await bm(ep,{input:e});return t.userErrors}catch(e){return[Xf(e)]}}function Km(e){Td.show({title:`That did not work`,message:(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(lu,{size:`sm`,children:e.message}),e.requestId&&(0,U.jsxs)(lu,{size:`xs`,mt:4,children:[`Request id `,(0,U.jsx)(xu,{children:e.requestId})]})]}),color:`red`,autoClose:15e3,closeButtonProps:{"aria-label":`Close this message`},role:`alert`})}var qm=``;function Jm(e){Td.hide(qm),qm=Td.show({message:e,color:`green`,autoClose:6e3,closeButtonProps:{"aria-label":`Close this message`}})}var Ym=(e,t)=>({document:e,of:e=>t(e)});async function Xm(e,t){let n=[];for(let{document:r,of:i}of t){let t={predicate:({queryKey:e})=>e[0]===r.toString()};await e.cancelQueries(t);for(let[r,a]of e.getQueriesData(t))a!==void 0&&n.push([r,a,e.setQueryData(r,i(a))])}return()=>{for(let[t,r,i]of n)e.getQueryData(t)===i&&e.setQueryData(t,r)}}function Zm(e,t,n){return{...e,edges:e.edges.map(e=>e.node.id===t?{...e,node:n(e.node)}:e)}}var Qm=4e4;async function $m(e,t,{signal:n,open:r,each:i}){let a=new AbortController,o=setTimeout(()=>a.abort(),Qm);try{let s=await fetch(`/graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`text/event-stream`},credentials:`same-origin`,body:JSON.stringify({query:e.toString(),variables:t}),signal:AbortSignal.any([n,a.signal])});if(!s.ok||!s.body)return eh(await s.json());let c=!1,l=``,u=s.body.pipeThrough(new TextDecoderStream).getReader();for(let e=await u.read();!e.done;e=await u.read()){clearTimeout(o),o=setTimeout(()=>a.abort(),Qm);let t=(l+e.value).split(`

`);l=t.pop()??``;for(let e of t){let t=th(e),n=t&&eh(t);if(n)return n;c||r(),c=!0,t?.data&&i(t.data)}}}catch{}finally{clearTimeout(o),a.abort()}return null}var eh=e=>e.errors?.[0]?.extensions?.code??null;function th(e){let t=e.split(`
`);if(!t.includes(`event: next`))return null;let n=t.filter(e=>e.startsWith(`data:`)).map(e=>e.slice(5).trim());return JSON.parse(n.join(`
`))}var[nh,rh]=[1e3,16e3];function ih(e,t=Math.random()){return Math.min(nh*2**e,rh)*(1+t)}function ah(e,t){return new Promise(n=>{let r=()=>{clearTimeout(i),removeEventListener(`online`,r),t.removeEventListener(`abort`,r),n()},i=setTimeout(r,e);addEventListener(`online`,r),t.addEventListener(`abort`,r)})}var oh={WORKSPACE:[`workspace`],API_KEYS:[`apiKeys`,`apiKey`,`preview`],IP_ALLOWLIST:[`ipAllowlist`],MEMBERS:[`members`,`invitations`,`memberships`,`creatorHasLeft`],SUPPORT_SESSIONS:[`supportSession`,`supportSessions`],AUDIT:[`auditEvents`],USAGE:[`usage`,`lastUse`,`oldSecretLastUse`,`hints`,`supersededRefusals`]};function sh({kind:e,apiKeyId:t},n,r){if(e===`EVERYTHING`)return!0;let i=lh(n);if(!oh[e].some(e=>i.has(e)))return!1;let{id:a}=r??{};return e!==`API_KEYS`||!t||i.has(`apiKeys`)||typeof a!=`string`||a===t}var ch=new Map;function lh(e){let t=ch.get(e)??new Set(e.match(/[A-Za-z]\w*/g));return ch.set(e,t),t}var uh=1e4,dh=[`UNAUTHENTICATED`,`NOT_FOUND`,`FORBIDDEN`],fh=(0,m.createContext)({live:!1,lost:!1}),ph=()=>(0,m.use)(fh).live,mh=()=>(0,m.use)(fh).lost;function hh({workspaceId:e,children:t}){let n=Dd(),[r,i]=(0,m.useState)(!1),a=gh();(0,m.useEffect)(()=>{if(!a)return;let t=new AbortController,{signal:r}=t,o=e=>void n.invalidateQueries({predicate:({queryKey:[t,n]})=>sh(e,String(t),n)});return(async()=>{for(let t=0;!r.aborted;t++){let a=await $m(Zf,{workspace:e},{signal:r,open:()=>{t=0,i(!0),o({kind:`EVERYTHING`,apiKeyId:null})},each:e=>o(e.workspaceChanges)});if(r.aborted)return;if(i(!1),a&&dh.includes(a))return vm(n,new Yf(a,``,null)),o({kind:`EVERYTHING`,apiKeyId:null});await ah(ih(t),r)}})(),()=>{t.abort(),i(!1)}},[n,e,a]);let o=(0,m.useMemo)(()=>({live:r,lost:a&&!r}),[r,a]);return(0,U.jsx)(fh,{value:o,children:t})}function gh(){let[e,t]=(0,m.useState)(()=>document.visibilityState===`visible`);return(0,m.useEffect)(()=>{let e,n=()=>{clearTimeout(e),document.visibilityState===`visible`?t(!0):e=setTimeout(()=>t(!1),uh)};return document.addEventListener(`visibilitychange`,n),()=>{clearTimeout(e),document.removeEventListener(`visibilitychange`,n)}},[]),e}var _h=6e4;function vh(e,t,n={}){let r=ph(),{everyMs:i}=n;return Jf({queryKey:gm(e,t),queryFn:({signal:n})=>bm(e,t,n),enabled:n.enabled,refetchInterval:i?r?Math.max(i,_h):i:!1,staleTime:n.once?`static`:void 0,gcTime:n.once?0:void 0,placeholderData:n.keep?Xd:void 0})}function yh(e){let t=Dd();return(0,m.useCallback)(n=>void t.prefetchQuery({queryKey:gm(e,n),queryFn:({signal:t})=>bm(e,n,t),retry:!1}),[t,e])}function bh(e,t){let n=Dd(),r=Bm(),[i,a]=(0,m.useState)(!1);return{run:(0,m.useCallback)(async(i,o=[])=>{a(!0);let s=await Xm(n,o);try{let a=t(await Sh(r,()=>bm(e,i)));return a.userErrors.length>0&&s(),a.userErrors.every(e=>e.code===`CONFLICT`)&&n.invalidateQueries(),a}catch(e){return s(),vm(n,e),e instanceof xh||Km(Xf(e)),null}finally{a(!1)}},[n,r,e]),busy:i}}var xh=class extends Error{};async function Sh(e,t){try{return await t()}catch(n){if(Xf(n).code!==`REAUTHENTICATION_REQUIRED`)throw n;if(!await e())throw new xh;return t()}}export{Yp as $,ot as $n,xu as $t,Fp as A,Ka as An,k as Ar,dp as At,rp as B,Dn as Bn,o as Br,pm as Bt,gm as C,Ro as Cn,ne as Cr,tp as Ct,np as D,qa as Dn,F as Dr,op as Dt,Cp as E,Za as En,M as Er,lm as Et,gp as F,Zn as Fn,x as Fr,hm as Ft,sp as G,G as Gn,_d as Gt,rm as H,Sn as Hn,l as Hr,Jf as Ht,hp as I,In,_ as Ir,sm as It,cp as J,kt as Jn,md as Jt,qp as K,At as Kn,Td as Kt,Gp as L,q as Ln,h as Lr,tm as Lt,Kp as M,Ga as Mn,E as Mr,Lp as Mt,dm as N,Ja as Nn,C as Nr,fp as Nt,Ip as O,Ya as On,A as Or,cm as Ot,pp as P,Da as Pn,S as Pr,Ap as Pt,um as Q,at as Qn,Lu as Qt,mp as R,On as Rn,p as Rr,$p as Rt,bm as S,Jo as Sn,R as Sr,nm as St,vp as T,Ho as Tn,N as Tr,Up as Tt,wp as U,Qt as Un,Od as Ut,Pp as V,Cn as Vn,s as Vr,Xf as Vt,bp as W,Yt as Wn,Dd as Wt,ap as X,bt as Xn,sd as Xt,em as Y,Ot as Yn,cd as Yt,ip as Z,_t as Zn,Uu as Zt,Am as _,ps as _n,je as _r,jp as _t,mh as a,Rl as an,$e as ar,Jp as at,Tm as b,ts as bn,ae as br,Vp as bt,Jm as c,oc as cn,Ve as cr,Mp as ct,Wm as d,Hs as dn,Fe as dr,Qf as dt,vu as en,st as er,Wp as et,Im as f,Ns as fn,Pe as fr,Tp as ft,Mm as g,ms as gn,Ae as gr,Rp as gt,Nm as h,vs as hn,ke as hr,fm as ht,hh as i,X as in,et as ir,Zp as it,zp as j,Wa as jn,D as jr,Bp as jt,Np as k,Xa as kn,j as kr,am as kt,Km as l,tc as ln,H as lr,up as lt,Fm as m,ws as mn,Me as mr,lp as mt,vh as n,iu as nn,lt as nr,Ep as nt,Ym as o,bl as on,Qe as or,Xp as ot,Lm as p,As as pn,Ne as pr,im as pt,mm as q,W as qn,pd as qt,bh as r,nu as rn,rt as rr,Op as rt,Zm as s,Mc as sn,Ze as sr,Dp as st,yh as t,lu as tn,mt as tr,_p as tt,Vm as u,Xs as un,V as ur,om as ut,km as v,fs as vn,Oe as vr,xp as vt,_m as w,To as wn,I as wr,yp as wt,Cm as x,Zo as xn,ie as xr,Hp as xt,Om as y,os as yn,De as yr,Sp as yt,kp as z,K as zn,d as zr,Qp as zt};